#include "view/view_cards.h"
#include "base/text.h"
#include "session/session.h"
#include "view/wording.h"

struct build {
    struct arena *arena;
    const struct scenario *sc;
    const struct sim_state *state;
    struct wording w;
    struct view_cards *out;
};

static const char *number(struct build *b, int n) { return arena_printf(b->arena, "%d", n); }

static int side_of(int32_t what)
{
    return what == TALLY_CARD_USERS ? CARDS_USERS : what == TALLY_CARD_OURS ? CARDS_OURS : -1;
}

/* --- cards --- */

static void sheet_fill(struct build *b, struct view_card *cards)
{
    for (int32_t i = 0; i < b->state->card_note_count; i++) {
        const struct sim_card_note *n = &b->state->card_notes[i];
        if (n->card >= b->out->count || n->part >= CARDS_PARTS) continue;
        cards[n->card].sheet[n->part] = wording_typed(&b->w, n->text);
    }
    for (int i = 0; i < b->out->count; i++)
        for (int p = 0; p < CARDS_PARTS; p++) cards[i].noted += cards[i].sheet[p][0] != '\0';
}

static struct view_card *cards_fill(struct build *b)
{
    struct view_card *cards = arena_array(b->arena, CARDS_MOST, sizeof *cards);
    for (int i = 0; i < b->out->count; i++) {
        const struct card *c = &b->sc->cards[i];
        cards[i] = (struct view_card){.card = i, .number = number(b, i + 1), .title = c->title, .line = c->line, .aspect = c->aspect,
                                      .aspect_word = b->out->aspects[c->aspect], .sheet = {"", "", "", ""}};
    }
    sheet_fill(b, cards);
    return cards;
}

/* --- tables --- */

static const char *list_add(struct build *b, const char *list, const char *between, const char *item)
{
    return list[0] ? arena_printf(b->arena, "%s%s%s", list, between, item) : item;
}

static void table_finish(struct build *b, struct view_cards_table *t, int side)
{
    t->numbers[side] = t->titles[side] = "";
    for (int i = 0; i < b->out->count; i++) {
        t->count[side] += t->hands[side][i];
        if (t->hands[side][i] == 0) continue;
        t->numbers[side] = list_add(b, t->numbers[side], " ", b->out->cards[i].number);
        t->titles[side] = list_add(b, t->titles[side], text("cards.between"), b->out->cards[i].title);
    }
    t->in[side] = b->out->wanted > 0 && t->count[side] >= b->out->wanted;
    b->out->in[side] += t->in[side];
}

static struct view_cards_table *table_of(struct view_cards_table *tables, int count, int32_t member)
{
    for (int i = 0; i < count; i++)
        if (tables[i].member == member) return &tables[i];
    return NULL;
}

static void hands_fill(struct build *b, struct view_card *cards, struct view_cards_table *tables)
{
    for (int32_t i = 0; i < b->state->tally_count; i++) {
        const struct sim_tally *t = &b->state->tallies[i];
        int side = side_of(t->what);
        struct view_cards_table *table = table_of(tables, b->out->table_count, t->by);
        if (side < 0 || t->subject >= b->out->count) continue;
        cards[t->subject].hands[side] += t->count;
        b->out->any[side] |= t->count > 0;
        if (table) table->hands[side][t->subject] = t->count;
    }
}

static void tables_fill(struct build *b, struct view_card *cards)
{
    int members = session_setup(b->w.session)->member_count, count = members > 0 ? members : 1;
    struct view_cards_table *tables = arena_array(b->arena, (size_t)count, sizeof *tables);
    b->out->tables = tables;
    b->out->table_count = count;
    for (int i = 0; i < count; i++) {
        tables[i].member = members > 0 ? i : NOBODY;
        tables[i].name = wording_member(&b->w, tables[i].member);
    }
    hands_fill(b, cards, tables);
    for (int side = 0; side < CARDS_SIDES; side++) {
        for (int i = 0; i < count; i++) table_finish(b, &tables[i], side);
        b->out->all_in[side] = b->out->in[side] == count;
        b->out->in_figure[side] = arena_printf(b->arena, "%d / %d", b->out->in[side], count);
    }
}

/* --- order --- */

static int gap_of(const struct view_card *c)
{
    int gap = c->hands[CARDS_USERS] - c->hands[CARDS_OURS];
    return gap < 0 ? -gap : gap;
}

/* Of equal rank the card that stands first in the deck goes first. */
static void insert(int *list, int *count, int card, int rank, const int *ranks)
{
    int at = (*count)++;
    for (; at > 0 && ranks[list[at - 1]] < rank; at--) list[at] = list[at - 1];
    list[at] = card;
}

static void rank_side(struct build *b, int side)
{
    int *list = arena_array(b->arena, CARDS_MOST, sizeof *list), ranks[CARDS_MOST];
    for (int i = 0; i < b->out->count; i++) {
        ranks[i] = b->out->cards[i].hands[side];
        if (ranks[i] > 0) insert(list, &b->out->ranked_count[side], i, ranks[i], ranks);
        if (ranks[i] > b->out->most) b->out->most = ranks[i];
    }
    b->out->ranked[side] = list;
}

/* Of equal gaps the one with more hands: a share of a gap, as there are never so many hands. */
static void rank_gaps(struct build *b)
{
    enum { SHARE = 100000 };
    int *list = arena_array(b->arena, CARDS_MOST, sizeof *list), ranks[CARDS_MOST];
    for (int i = 0; i < b->out->count; i++) {
        const struct view_card *c = &b->out->cards[i];
        int hands = c->hands[CARDS_USERS] + c->hands[CARDS_OURS];
        ranks[i] = gap_of(c) * SHARE + hands;
        if (hands > 0) insert(list, &b->out->gap_count, i, ranks[i], ranks);
    }
    b->out->gaps = list;
}

/* The greatest difference in words: what they see and we do not, or the other way round. */
static const char *gap_words(struct build *b)
{
    const struct view_cards *v = b->out;
    if (!v->any[CARDS_USERS] || !v->any[CARDS_OURS]) return "";
    const struct view_card *c = &v->cards[v->gaps[0]];
    const char *key = gap_of(c) == 0                                  ? "cards.gap-none"
                      : c->hands[CARDS_USERS] > c->hands[CARDS_OURS] ? "cards.gap-theirs"
                                                                     : "cards.gap-ours";
    return text_fill(b->arena, key, "card", c->title, "users", number(b, c->hands[CARDS_USERS]), "ours", number(b, c->hands[CARDS_OURS]),
                     NULL);
}

void view_cards_build(struct arena *arena, const struct session *session, struct view_cards *out)
{
    struct build b = {arena, session_scenario(session), session_state(session), wording_of(arena, session), out};
    *out = (struct view_cards){.most = 1, .top = -1};
    out->count = b.sc->card_count < CARDS_MOST ? b.sc->card_count : CARDS_MOST;
    out->wanted = out->count < CARDS_PICKS ? out->count : CARDS_PICKS;
    out->tables_not_persons = session_setup(session)->tables;
    out->in_words = text(out->tables_not_persons ? "cards.tables-in" : "cards.persons-in");
    out->aspects[ASPECT_ATTITUDE] = text("cards.attitude");
    out->aspects[ASPECT_BEHAVIOUR] = text("cards.behaviour");
    out->aspects[ASPECT_CULTURE] = text("cards.culture");
    struct view_card *cards = cards_fill(&b);
    out->cards = cards;
    tables_fill(&b, cards);
    rank_side(&b, CARDS_USERS);
    rank_side(&b, CARDS_OURS);
    rank_gaps(&b);
    if (out->ranked_count[CARDS_USERS] > 0) out->top = out->ranked[CARDS_USERS][0];
    out->gap_says = gap_words(&b);
}

/* --- what is typed --- */

static int is_digit(char c) { return c >= '0' && c <= '9'; }

static void typed_add(const struct view_cards *v, struct cards_typed *out, int typed)
{
    out->number = typed;
    if (typed < 1 || typed > v->count) {
        out->fault = CARDS_NO_SUCH;
        return;
    }
    for (int i = 0; i < out->count; i++)
        if (out->cards[i] == typed - 1) out->fault = CARDS_TWICE;
    if (out->fault == CARDS_FINE && out->count == v->wanted) out->fault = CARDS_TOO_MANY;
    if (out->fault == CARDS_FINE) out->cards[out->count++] = typed - 1;
}

void cards_read(const struct view_cards *v, const char *typed, struct cards_typed *out)
{
    enum { HIGHEST = 100000 };
    *out = (struct cards_typed){.fault = CARDS_FINE};
    while (*typed != '\0' && out->fault == CARDS_FINE) {
        int n = 0;
        while (*typed != '\0' && !is_digit(*typed)) typed++;
        if (*typed == '\0') break;
        for (; is_digit(*typed); typed++) n = n < HIGHEST ? n * 10 + (*typed - '0') : n;
        typed_add(v, out, n);
    }
    if (out->fault == CARDS_FINE && out->count < v->wanted) out->fault = CARDS_FEW;
}
