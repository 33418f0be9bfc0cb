/* Fonts from a list of our own: what a user has set up for other programs does not reach the paper. */
#include "pdf_parts.h"
#include "base/utf8.h"
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

static PangoFontMap *font_map; /* of fontconfig's current configuration, which is ours */

/* Those that must be there, then those asked for a character that the ones before lack. */
static const struct { const char *family, *package; } families[] = {
    {"Inter", "fonts-inter"},
    {"Noto Sans", "fonts-noto-core"},
    {"Noto Serif", "fonts-noto-core"},
};
enum { FAMILIES_NEEDED = 2 };

#define SCRIPTS "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gurmukhi", \
    "Noto Sans Gujarati", "Noto Sans Oriya", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada", "Noto Sans Malayalam", \
    "Noto Sans Sinhala", "Noto Sans Thai", "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans Georgian", "Noto Sans Armenian", \
    "Noto Sans Ethiopic", "Noto Sans Khmer", "Noto Sans Syriac", "Noto Sans Thaana", "Noto Sans Cherokee", "Noto Sans Mongolian", \
    "Noto Serif Tibetan", "Noto Sans CJK SC", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Noto Music"
static const char *const fallbacks[] = {SCRIPTS, "Noto Emoji", "Symbola", "Droid Sans Fallback", "DejaVu Sans", "Noto Color Emoji", NULL};
static const char *const emoji[] = {"Noto Emoji", "Symbola", "Noto Sans Symbols2", "DejaVu Sans", "Noto Sans Symbols", "Noto Color Emoji", NULL};
static const char *const folders[] = {"/usr/share/fonts", "/usr/local/share/fonts", "/opt/homebrew/share/fonts", "/Library/Fonts",
                                      "/System/Library/Fonts", NULL};

static void put_family(struct str *xml, const char *family)
{
    str_printf(xml, "<pattern><patelt name=\"family\"><string>%s</string></patelt></pattern>", family);
}

/* No other font has a say, so that the same document looks the same wherever ours are installed. */
static void put_accepted(struct str *xml)
{
    str_append(xml, "<selectfont><rejectfont>");
    for (int i = 0; i < 2; i++)
        str_printf(xml, "<pattern><patelt name=\"scalable\"><bool>%s</bool></patelt></pattern>", i ? "true" : "false");
    str_append(xml, "</rejectfont><acceptfont>");
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) put_family(xml, families[i].family);
    for (int i = 0; fallbacks[i]; i++) put_family(xml, fallbacks[i]);
    str_append(xml, "</acceptfont></selectfont>");
}

static void put_folder(struct str *xml, const char *folder)
{
    if (!folder || !folder[0]) return;
    str_append(xml, "<dir>");
    str_append_html(xml, folder);
    str_append(xml, "</dir>");
}

static FcConfig *make_config(void)
{
    struct str xml = {0};
    FcConfig *config = FcConfigCreate();
    str_append(&xml, "<?xml version=\"1.0\"?><fontconfig>");
    put_folder(&xml, g_getenv("MOMENT_FONTS"));
    for (int i = 0; folders[i]; i++) put_folder(&xml, folders[i]);
    str_append(&xml, "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>");
    put_accepted(&xml);
    str_append(&xml, "<match target=\"pattern\"><test name=\"family\" qual=\"any\"><string>emoji</string></test>"
                     "<edit name=\"family\" mode=\"assign\" binding=\"strong\">");
    for (int i = 0; emoji[i]; i++) str_printf(&xml, "<string>%s</string>", emoji[i]);
    str_append(&xml, "</edit></match></fontconfig>");
    if (config && (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)str_text(&xml), FcTrue) || !FcConfigBuildFonts(config))) {
        FcConfigDestroy(config);
        config = NULL;
    }
    str_release(&xml);
    return config;
}

static int has_family(FcConfig *config, const char *family)
{
    const FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; set && i < set->nfont; i++) {
        FcChar8 *name;
        for (int k = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, k, &name) == FcResultMatch; k++)
            if (strcmp((const char *)name, family) == 0) return 1;
    }
    return 0;
}

/* pango asks the environment which language a script may be of, once; here it is always English. */
static void settle_languages(void)
{
    static const char name[] = "PANGO_LANGUAGE";
    char *was = g_strdup(g_getenv(name));
    g_setenv(name, "en", TRUE);
    (void)pango_script_get_sample_language(PANGO_SCRIPT_HAN);
    if (was) g_setenv(name, was, TRUE);
    else g_unsetenv(name);
    g_free(was);
}

static enum err open_map(const char **missing)
{
    settle_languages();
    FcConfig *config = make_config();
    if (!config) return ERR_SYSTEM;
    for (int i = 0; i < FAMILIES_NEEDED; i++) {
        if (has_family(config, families[i].family)) continue;
        *missing = families[i].package;
        FcConfigDestroy(config);
        return ERR_MISSING;
    }
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
    font_map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(font_map), 72);
    return ERR_NONE;
}

enum err pdf_fonts_open(PangoContext **context, const char *language, const char **missing)
{
    enum err err = font_map ? ERR_NONE : open_map(missing);
    if (err != ERR_NONE) return err;
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    *context = pango_font_map_create_context(font_map);
    pango_cairo_context_set_font_options(*context, options);
    pango_context_set_round_glyph_positions(*context, FALSE);
    pango_context_set_language(*context, pango_language_from_string(language && language[0] ? language : "en"));
    cairo_font_options_destroy(options);
    return ERR_NONE;
}

void pdf_fonts_close(void)
{
    if (!font_map) return;
    pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(font_map)); /* pango's own thread may hold the map a little longer */
    g_object_unref(font_map);
    font_map = NULL;
    pango_cairo_font_map_set_default(NULL);
    cairo_debug_reset_static_data();
    FcFini();
}

static const char *family_list(int serif)
{
    static char lists[2][1024];
    if (lists[serif][0]) return lists[serif];
    struct str s = {0};
    if (serif) str_append(&s, "Noto Serif,");
    str_append(&s, "Inter,Noto Sans");
    for (int i = 0; fallbacks[i]; i++) str_printf(&s, ",%s", fallbacks[i]);
    memcpy(lists[serif], str_text(&s), s.length < sizeof *lists ? s.length + 1 : 0);
    str_release(&s);
    return lists[serif];
}

PangoFontDescription *pdf_font(float size, enum draw_weight weight, int italic)
{
    static const PangoWeight weights[] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_MEDIUM, PANGO_WEIGHT_SEMIBOLD, PANGO_WEIGHT_BOLD,
                                          PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_BOLD};
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, family_list(weight == WEIGHT_SERIF || weight == WEIGHT_SERIF_BOLD));
    pango_font_description_set_weight(font, weights[weight]);
    pango_font_description_set_absolute_size(font, (double)size * PANGO_SCALE);
    if (italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    return font;
}

PangoLayout *pdf_layout(struct pdf *p)
{
    struct pdf_owned *owned = arena_alloc(&p->arena, sizeof *owned);
    *owned = (struct pdf_owned){pango_layout_new(p->context), p->owned};
    p->owned = owned;
    pango_layout_set_wrap(owned->layout, PANGO_WRAP_WORD_CHAR);
    return owned->layout;
}

/* Right-to-left scripts lie in these blocks; the marks and overrides of direction beside them. */
static int turns(uint32_t c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

int pdf_clean(struct str *out, const char *text)
{
    int turned = 0;
    size_t step;
    char bytes[4];
    for (; *text; text += step) {
        uint32_t c = utf8_decode(text, &step);
        turned |= turns(c);
        if (c == '\t') c = ' ';
        if (utf8_is_control(c) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)) continue;
        str_append_bytes(out, bytes, utf8_encode(bytes, c));
    }
    return turned;
}
