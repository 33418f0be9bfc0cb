#!/bin/sh
# The checks themselves: each passes on a small clean tree and fails when one
# fault is put into it.
set -eu

checks="$(cd "$(dirname "$0")" && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
status=0
tried=0

clean_tree() {
    rm -rf "$scratch/tree"
    mkdir -p "$scratch/tree/game/base" "$scratch/tree/game/sim" "$scratch/tree/include/base" "$scratch/tree/tests/unit"
    cd "$scratch/tree"
    printf 'set(USES_base)\nset(USES_sim base)\nset(USES_screens base sim_command)\n' >CMakeLists.txt
    printf '#ifndef A_H\n#define A_H\nint a_one(void);\n#endif\n' >include/base/a.h
    printf '#include "base/a.h"\n\n/* sprintf( is only named here */\nint a_one(void)\n{\n    return 1;\n}\n' >game/base/a.c
    printf '#include "base/a.h"\n' >game/sim/s.c
    printf 'static void helper(int a)\n{\n    assert_int_equal(a, 1);\n}\n\nstatic void test_a(void **state)\n{\n    helper(1);\n}\n' >tests/unit/test_a.c
}
run() {
    code=0
    sh "$checks/$1.sh" >"$scratch/out" 2>&1 || code=$?
    [ "$code" -ne 77 ] || code=$2
    tried=$((tried + 1))
    if [ "$code" -ne "$2" ]; then
        echo "$1: $3: status $code, expected $2"
        sed 's/^/    /' "$scratch/out"
        status=1
    fi
}
# fault CHECK WHAT FILE LINE: CHECK fails once LINE is appended to FILE.
fault() {
    clean_tree
    printf '%b\n' "$4" >>"$3"
    run "$1" 1 "$2"
}

for check in layers headers words calls figures asserts; do
    clean_tree
    run $check 0 "a clean tree"
done
fault layers "upward include" game/base/a.c '#include "sim/command.h"'
fault layers "include without a layer" game/base/a.c '#include "a.h"'
fault layers "library of another layer" game/base/a.c '#include <SDL.h>'
fault layers "files in the core" game/sim/s.c '#include <stdio.h>'
fault layers "unknown header" game/sim/s.c '#include <other.h>'
fault headers "header that needs another" include/base/a.h 'size_t a_size(void);'
fault words "unfinished" game/base/a.c '/* TO''DO later */'
fault calls "sprintf" game/base/a.c 'void f(char *s) { sprintf(s, "x"); }'
fault calls "exit" game/base/a.c 'void f(void) { exit(1); }'
fault calls "locale" game/base/a.c 'int f(int c) { return toupper(c); }'
fault calls "time" game/sim/s.c 'long f(void) { return time(0); }'
fault calls "fraction in the core" game/sim/s.c 'double f;'
fault calls "fraction in a format" game/base/a.c 'const char *f = "%%5.2f";'
fault calls "sleeping test" tests/unit/test_a.c 'void f(void) { sleep(1); }'
long="$(awk 'BEGIN { printf "int long_one(void)\\n{\\n"; for (i = 0; i < 60; i++) printf "    a_one();\\n"; print "}" }')"
fault figures "long function" game/base/a.c "$long"
fault asserts "test without an assert" tests/unit/test_a.c 'static void test_b(void **state)\n{\n    (void)state; /* assert_true(1) */\n}'

# sight VERDICT WHAT LINE: a small policy with LINE in it.
sight() {
    clean_tree
    mkdir -p game/players include/players
    printf '#include "players/see.h"\n%b\n' "$3" >game/players/talk.c
    printf '#include "players/looking.h"\n' >game/players/see_more.c
    printf 'struct turn;\n' >include/players/see.h
    run sight "$1" "$2"
}
sight 0 "policy that looks as a team does" 'int f(const struct turn *t) { return see_now(t); }'
sight 1 "policy that looks behind" '#include "players/looking.h"'
sight 1 "policy that asks the engine" '#include "sim/knowledge.h"'
sight 1 "policy with a state" 'int f(const struct sim_state *s) { return s->now; }'

clean_tree
mkdir "$scratch/tree/build"
cd "$scratch/tree/build"
objects() {
    printf '%s\n' "$1" >s.c
    gcc -fno-stack-protector -c s.c -o s.o
    rm -f libsim.a libmodel.a libbase.a
    ar rc libsim.a s.o
    printf 'int m;\n' | gcc -x c -c - -o m.o
    ar rc libmodel.a m.o
    printf 'int a_one(void) { return 1; } int file_read(void) { return 1; }\n' | gcc -x c -c - -o b.o
    ar rc libbase.a b.o
}
MOMENT_BUILD="$PWD"
export MOMENT_BUILD
objects 'int a_one(void); int f(void) { return a_one(); }'
run symbols 0 "pure core"
objects 'int puts(const char *s); int f(void) { return puts("x"); }'
run symbols 1 "core that prints"
objects 'int file_read(void); int f(void) { return file_read(); }'
run symbols 1 "core that reads a file"
objects 'int f(void) { return 1; }'
run twice 0 "names of their own"
objects 'int a_one(void) { return 2; }'
run twice 1 "name of another layer"
objects 'static int a_one(void) { return 2; } int f(void) { return a_one(); }'
run twice 0 "name that stays in its file"
objects 'int f(void) { return 1; }'
mkdir -p game/players
printf 'int f(void); int puts(const char *s); int p(void) { return f() + puts("x"); }\n' >game/players/p.c
run symbols 1 "player whose library is missing"
gcc -fno-stack-protector -c game/players/p.c -o p.o
ar rc libplayers.a p.o
run symbols 1 "player that prints"
printf 'int f(void); int p(void) { return f(); }\n' >game/players/p.c
gcc -fno-stack-protector -c game/players/p.c -o p.o
ar rc libplayers.a p.o
run symbols 0 "player that asks the core"

[ $status -ne 0 ] || echo "$tried runs of the checks ended as they should"
exit $status
