#ifndef SESSION_FORGET_H
#define SESSION_FORGET_H
/*
 * Taking a person out of a session for good. What they did stays, as done by
 * somebody; their name goes, under every form it ever had in the set-up, and
 * so does each typed text that whoever forgets them agrees to lose.
 *
 *   session_mentions(&arena, session, member, &mentions, &count)   what to ask about
 *   session_forget(session, member, texts, n)                      numbers of texts, from the mentions
 *
 * The file holds either all of it or nothing more of it, whenever the program
 * dies, and no byte of it stays in the file or beside it. Records, chain and
 * digests stay as they were; other members keep their places, and with them
 * their pseudonyms. A text that stays shows as it was typed.
 */
#include "base/arena.h"
#include "base/err.h"
#include "session/session.h"

/* A typed text in which the name of a member stands. kind: of the command that brought it, 0: the set-up or an act that was
 * taken back and written over; seq: its record, 0 unknown. */
struct session_mention { int32_t text; int64_t seq; int32_t kind; const char *words; };

/* By the number of their text; none for somebody who is forgotten already. The words stay the session's. */
enum err MUST_CHECK session_mentions(struct arena *a, const struct session *s, int32_t member,
                                     struct session_mention **out, int32_t *count);
/* ERR_MISSING: no such member or text; ERR_REFUSED: the session cannot be written. Forgetting twice cleans the file anew. */
enum err MUST_CHECK session_forget(struct session *s, int32_t member, const int32_t *texts, int32_t count);
/* 1 when the name of this member was taken out. */
int session_is_forgotten(const struct session *s, int32_t member);
#endif
