# How tests are built and registered. A folder tests/<kind> with a
# CMakeLists.txt of its own is taken in and may call moment_test().
pkg_check_modules(cmocka IMPORTED_TARGET cmocka)
if(NOT cmocka_FOUND)
    message(FATAL_ERROR "The tests need cmocka (Debian: libcmocka-dev). Build without them: -DMOMENT_TESTS=OFF")
endif()

# moment_test(<ctest name> <source>...): one cmocka program that may include every layer's headers.
function(moment_test name)
    string(REPLACE "/" "_" target "${name}")
    add_executable(${target} ${ARGN})
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L _XOPEN_SOURCE=700)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/include)
    target_link_libraries(${target} PRIVATE ${LAYERS} PkgConfig::cmocka PkgConfig::sdl2 PkgConfig::cairo
        PkgConfig::sqlite3 PkgConfig::libsodium PkgConfig::libcjson m)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    moment_test_environment(${name})
endfunction()

# Every test knows the sources and the program, needs no display and no sound card.
function(moment_test_environment name)
    set(environment "MOMENT_SOURCE=${CMAKE_SOURCE_DIR}" "MOMENT_BUILD=${CMAKE_BINARY_DIR}"
        "SDL_AUDIODRIVER=dummy" "SDL_VIDEODRIVER=dummy" "ASAN_OPTIONS=detect_leaks=1:abort_on_error=0"
        "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/checks/lsan.supp:print_suppressions=0"
        "UBSAN_OPTIONS=print_stacktrace=1")
    if(TARGET moment)
        list(APPEND environment "MOMENT_PROGRAM=$<TARGET_FILE:moment>")
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT 300)
endfunction()

foreach(layer ${LAYERS})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${layer}/test_*.c)
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        string(REGEX REPLACE "^test_" "" name ${name})
        moment_test(unit/${layer}/${name} ${source})
        set_tests_properties(unit/${layer}/${name} PROPERTIES LABELS unit)
    endforeach()
endforeach()
file(GLOB folders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*/CMakeLists.txt)
foreach(folder ${folders})
    get_filename_component(folder ${folder} DIRECTORY)
    add_subdirectory(${folder})
endforeach()

file(GLOB checks CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/checks/*.sh)
foreach(check ${checks})
    get_filename_component(name ${check} NAME_WE)
    if(name STREQUAL "symbols" AND (MOMENT_SANITIZE OR NOT EXISTS ${CMAKE_SOURCE_DIR}/game/sim))
        continue()
    endif()
    add_test(NAME checks/${name} COMMAND sh ${check} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    moment_test_environment(checks/${name})
    set_tests_properties(checks/${name} PROPERTIES LABELS checks SKIP_RETURN_CODE 77)
endforeach()
