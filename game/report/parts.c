#include "report/inside.h"
#include "paper/svg.h"

void page_raw(struct page *p, const char *html) { str_append(p->out, html); }
void page_text(struct page *p, const char *data) { str_append_html(p->out, data); }

static void open_tag(struct page *p, const char *tag, const char *css)
{
    str_printf(p->out, "<%s", tag);
    if (css[0]) str_printf(p->out, " class=\"%s\"", css);
    str_append(p->out, " dir=\"auto\">");
}

void page_element(struct page *p, const char *tag, const char *css, const char *data)
{
    if (!data[0]) return;
    open_tag(p, tag, css);
    page_text(p, data);
    str_printf(p->out, "</%s>\n", tag);
}

void page_section_begin(struct page *p, const char *id, const char *title_key)
{
    str_printf(p->out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">", id, id, id);
    page_text(p, text(title_key));
    page_raw(p, "</h2>\n");
}

void page_section_end(struct page *p) { page_raw(p, "</section>\n"); }

void page_table_begin(struct page *p, const char *css, const char *caption, const char *const *heads)
{
    str_printf(p->out, "<table class=\"%s\">\n", css);
    page_element(p, "caption", "", caption);
    page_raw(p, "<thead><tr>");
    for (; *heads; heads++) {
        page_raw(p, "<th scope=\"col\">");
        page_text(p, text(*heads));
        page_raw(p, "</th>");
    }
    page_raw(p, "</tr></thead>\n<tbody>\n");
}

void page_table_end(struct page *p) { page_raw(p, "</tbody>\n</table>\n"); }
void page_row_begin(struct page *p) { page_raw(p, "<tr>"); }
void page_row_end(struct page *p) { page_raw(p, "</tr>\n"); }

void page_cell_begin(struct page *p, const char *label_key, const char *css)
{
    page_raw(p, "<td");
    if (css[0]) str_printf(p->out, " class=\"%s\"", css);
    if (label_key[0]) {
        page_raw(p, " data-label=\"");
        page_text(p, text(label_key));
        page_raw(p, "\"");
    }
    page_raw(p, " dir=\"auto\">");
}

void page_cell_end(struct page *p) { page_raw(p, "</td>"); }

void page_cell(struct page *p, const char *label_key, const char *css, const char *data)
{
    page_cell_begin(p, label_key, css);
    page_text(p, data);
    page_cell_end(p);
}

void page_pill(struct page *p, enum tone tone, const char *word)
{
    static const char *const names[] = {"neutral", "good", "warn", "bad", "neutral", "neutral"};
    if (!word[0]) return;
    str_printf(p->out, "<span class=\"pill %s\">", names[tone]);
    page_text(p, word);
    page_raw(p, "</span>");
}

const char *page_number(struct page *p, int n) { return arena_printf(&p->arena, "%d", n); }

void page_picture(struct page *p, const struct draw_list *list, float width, float height, const char *css,
                  const char *title)
{
    const char *id = arena_printf(&p->arena, "p%d", ++p->figures);
    paper_svg(p->out, list,
               &(struct paper_svg){.width = width, .height = height, .id = id, .title = title, .css = css});
    page_raw(p, "\n");
}

struct draw_list page_list(struct page *p) { return (struct draw_list){.arena = &p->arena}; }
