#include "fonts.h"

#include <stddef.h>

#define NOTO(script) {"NotoSans" script "-Regular.ttf", "NotoSans" script "-Bold.ttf", "fonts-noto-core"}

const struct font_source font_sources[FONT_FILE_COUNT] = {
    [FONT_REGULAR] = {"Inter-Regular.otf", "", "fonts-inter"},
    [FONT_MEDIUM] = {"Inter-Medium.otf", "", "fonts-inter"},
    [FONT_SEMIBOLD] = {"Inter-SemiBold.otf", "", "fonts-inter"},
    [FONT_BOLD] = {"Inter-Bold.otf", "", "fonts-inter"},
    [FONT_ICONS] = {"MaterialIcons-Regular.ttf", "", "fonts-material-design-icons-iconfont"},
    [FONT_NOTO] = NOTO(""),
    [FONT_ARABIC] = NOTO("Arabic"),
    [FONT_HEBREW] = NOTO("Hebrew"),
    [FONT_DEVANAGARI] = NOTO("Devanagari"),
    [FONT_BENGALI] = NOTO("Bengali"),
    [FONT_GURMUKHI] = NOTO("Gurmukhi"),
    [FONT_GUJARATI] = NOTO("Gujarati"),
    [FONT_TAMIL] = NOTO("Tamil"),
    [FONT_TELUGU] = NOTO("Telugu"),
    [FONT_KANNADA] = NOTO("Kannada"),
    [FONT_MALAYALAM] = NOTO("Malayalam"),
    [FONT_SINHALA] = NOTO("Sinhala"),
    [FONT_THAI] = NOTO("Thai"),
    [FONT_LAO] = NOTO("Lao"),
    [FONT_MYANMAR] = NOTO("Myanmar"),
    [FONT_GEORGIAN] = NOTO("Georgian"),
    [FONT_ARMENIAN] = NOTO("Armenian"),
    [FONT_ETHIOPIC] = NOTO("Ethiopic"),
    [FONT_KHMER] = NOTO("Khmer"),
    [FONT_SYMBOLS] = NOTO("Symbols"),
    [FONT_SYMBOLS_TWO] = {"NotoSansSymbols2-Regular.ttf", "", "fonts-noto-core"},
    [FONT_MATHS] = {"NotoSansMath-Regular.ttf", "", "fonts-noto-core"},
    [FONT_CJK] = {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"},
    [FONT_DROID] = {"DroidSansFallbackFull.ttf", "", "fonts-droid-fallback"},
    [FONT_EMOJI] = {"NotoColorEmoji.ttf", "", "fonts-noto-color-emoji"},
    [FONT_DEJAVU] = {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "fonts-dejavu-core"},
    [FONT_SERIF] = {"NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "fonts-noto-core"},
};

const char *const font_folders[] = {
    "/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/material-design-icons-iconfont",
    "/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/droid",
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/inter",
    /* other systems than Debian */
    "/usr/share/fonts/inter", "/usr/share/fonts/rsms-inter-fonts", "/usr/share/fonts/noto", "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto", "/usr/share/fonts/google-noto-sans-cjk-fonts", "/usr/share/fonts/google-noto-emoji",
    "/usr/share/fonts/material-icons-fonts", "/usr/share/fonts/TTF", "/usr/share/fonts/OTF",
    "/usr/local/share/fonts", "/opt/homebrew/share/fonts", "/Library/Fonts", NULL,
};

/* By Unicode block, ascending. File FONT_REGULAR: nothing better is known than to try all. */
static const struct font_range font_ranges[] = {
    {0x0370, 0x03FF, FONT_REGULAR, "Grek", 0}, {0x0400, 0x052F, FONT_REGULAR, "Cyrl", 0},
    {0x0530, 0x058F, FONT_ARMENIAN, "Armn", 0}, {0x0590, 0x05FF, FONT_HEBREW, "Hebr", 1},
    {0x0600, 0x06FF, FONT_ARABIC, "Arab", 1}, {0x0700, 0x074F, FONT_ARABIC, "Syrc", 1},
    {0x0750, 0x077F, FONT_ARABIC, "Arab", 1}, {0x0780, 0x085F, FONT_ARABIC, "Thaa", 1},
    {0x0860, 0x08FF, FONT_ARABIC, "Arab", 1}, {0x0900, 0x097F, FONT_DEVANAGARI, "Deva", 0},
    {0x0980, 0x09FF, FONT_BENGALI, "Beng", 0}, {0x0A00, 0x0A7F, FONT_GURMUKHI, "Guru", 0},
    {0x0A80, 0x0AFF, FONT_GUJARATI, "Gujr", 0}, {0x0B80, 0x0BFF, FONT_TAMIL, "Taml", 0},
    {0x0C00, 0x0C7F, FONT_TELUGU, "Telu", 0}, {0x0C80, 0x0CFF, FONT_KANNADA, "Knda", 0},
    {0x0D00, 0x0D7F, FONT_MALAYALAM, "Mlym", 0}, {0x0D80, 0x0DFF, FONT_SINHALA, "Sinh", 0},
    {0x0E00, 0x0E7F, FONT_THAI, "Thai", 0}, {0x0E80, 0x0EFF, FONT_LAO, "Laoo", 0},
    {0x1000, 0x109F, FONT_MYANMAR, "Mymr", 0}, {0x10A0, 0x10FF, FONT_GEORGIAN, "Geor", 0},
    {0x1100, 0x11FF, FONT_CJK, "Hang", 0}, {0x1200, 0x139F, FONT_ETHIOPIC, "Ethi", 0},
    {0x1780, 0x17FF, FONT_KHMER, "Khmr", 0}, {0x2E80, 0x303F, FONT_CJK, "Hani", 0},
    {0x3040, 0x309F, FONT_CJK, "Hira", 0}, {0x30A0, 0x30FF, FONT_CJK, "Kana", 0},
    {0x3100, 0x312F, FONT_CJK, "Bopo", 0}, {0x3130, 0x318F, FONT_CJK, "Hang", 0},
    {0x3190, 0x9FFF, FONT_CJK, "Hani", 0}, {0xA960, 0xA97F, FONT_CJK, "Hang", 0},
    {0xAC00, 0xD7FF, FONT_CJK, "Hang", 0}, {0xF900, 0xFAFF, FONT_CJK, "Hani", 0},
    {0xFB1D, 0xFB4F, FONT_HEBREW, "Hebr", 1}, {0xFB50, 0xFDFF, FONT_ARABIC, "Arab", 1},
    {0xFE30, 0xFE4F, FONT_CJK, "Hani", 0}, {0xFE70, 0xFEFF, FONT_ARABIC, "Arab", 1},
    {0xFF00, 0xFFEF, FONT_CJK, "Hani", 0}, {0x1F1E6, 0x1F1FF, FONT_EMOJI, "Zyyy", 0},
    {0x1F300, 0x1FAFF, FONT_EMOJI, "Zyyy", 0}, {0x20000, 0x3134F, FONT_CJK, "Hani", 0},
};

const struct font_range *font_range_of(uint32_t character)
{
    size_t low = 0, high = sizeof font_ranges / sizeof *font_ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct font_range *range = &font_ranges[middle];
        if (character > range->to)
            low = middle + 1;
        else if (character < range->from)
            high = middle;
        else
            return range;
    }
    return NULL;
}
