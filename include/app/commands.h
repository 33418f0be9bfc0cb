#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H
/*
 * The commands of the program, each in its own file. argv[0] is the command's
 * name. The texts are loaded before. Results go to standard output, messages
 * to standard error. Exit status: 0 fine, 1 findings or a failed script,
 * 2 bad input or usage, 3 could not read or write.
 */
extern const char *command_data;   /* --data DIR, NULL: the usual places */

int command_start(int argc, char **argv);
int command_check(int argc, char **argv);
int command_replay(int argc, char **argv);
int command_report(int argc, char **argv);
int command_play(int argc, char **argv);
int command_demo(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_simulate(int argc, char **argv);
int command_practise(int argc, char **argv);
int command_compare(int argc, char **argv);
int command_print(int argc, char **argv);
int command_forget(int argc, char **argv);
/* A sentence of the catalogue on standard error, its blanks filled; "" for the names of blanks that it has not. */
void command_say(const char *key, const char *name, const char *value, const char *name2, const char *value2);
/* The same with any number of pairs of name and value, closed by NULL; returns `status`. */
int command_complain(int status, const char *key, ...);
#endif
