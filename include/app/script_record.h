#ifndef APP_SCRIPT_RECORD_H
#define APP_SCRIPT_RECORD_H
/*
 * The statement `record` of scripts: what a room decides between its rounds
 * goes straight to the session, field by field.
 *
 *   record commit slot=1 behaviour=keep-the-call member=Sanne "We call at the time we said"
 *   record improve improvement=root-cause on=1 incident=stale-board spine=process
 *   record tally what=improvement subject=promise-board count=6
 *
 * Reading checks the command and its fields by name. Values are looked up when
 * the line runs, as they name people and things of the session: slots and
 * members count from 1, rounds from 1 without the warm-up (0); ids of the
 * pack, names and the words of behaviours, spines and outcomes are written as
 * they are. A field that is left out stays as the command begins: nobody, or 0.
 */
#include "app/script.h"
#include "session/session.h"

/* 0 when `word` is a command that can be recorded; else the nearest one (may be NULL) in *nearest. */
int script_record_command(const char *word, int32_t *kind, const char **nearest);
/* The field's place in the command, -1: it has none of that name; *nearest as above. */
int script_record_field(int32_t kind, const char *name, size_t length, const char **nearest);

/* Makes the command; NULL, or the value that means nothing here. words: what was quoted, in order. */
const char *script_record_make(const struct session *session, const struct script_record *record, struct sim_command *out,
                               const char *words[2]);
#endif
