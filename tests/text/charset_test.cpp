#include "verbale/text/charset.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

using namespace std::string_view_literals;

struct CharsetCase {
  const char* name;
  std::string_view bytes;
  const char* declared;
  std::string_view text;
  const char* charset;
  std::size_t replaced = 0;
};

void PrintTo(const CharsetCase& c, std::ostream* out) {
  *out << c.name;
}

constexpr CharsetCase charset_cases[] = {
    {"Utf8", "Z\u00fcrich", "", "Z\u00fcrich", "utf-8"},
    {"Utf8Mark", "\xEF\xBB\xBFnote", "latin1", "note", "utf-8"},
    {"Utf16LittleEndian", "\xFF\xFEn\0\xE9\0"sv, "", "n\u00e9", "utf-16le"},
    {"Utf16BigEndian", "\xFE\xFF\0n\0\xE9"sv, "utf-8", "n\u00e9", "utf-16be"},
    {"Utf16OddByte", "\xFF\xFEn\0x"sv, "", "n\uFFFD", "utf-16le", 1},
    {"UndeclaredLegacy", "Z\xFCrich \x93no\x94", "", "Z\u00fcrich \u201cno\u201d", "windows-1252"},
    {"Latin1IsWindows1252", "\x93no\x94", "ISO-8859-1", "\u201cno\u201d", "windows-1252"},
    {"Gb2312IsGb18030", "\xCD\xF5\xD2\xE3", "GB2312", "王毅", "gb18030"},
    {"Windows1251", "\xCC\xC8\xC4", " Windows-1251\n", "МИД", "windows-1251"},
    {"Koi8", "\xED\xE9\xE4", "koi8-r", "МИД", "koi8-r"},
    {"ShiftJis", "\x93\xFA\x96\x7B", "Shift_JIS", "日本", "shift_jis"},
    {"EucKr", "\xC7\xD1\xB1\xB9", "euc-kr", "한국", "euc-kr"},
    {"Big5", "\xA4\xA4\xB0\xEA", "big5", "中國", "big5"},
    {"Windows1256", "\xE6\xD2\xED\xD1", "windows-1256", "وزير", "windows-1256"},
    {"DeclaredUtf8StaysUtf8", "a\xFFz", "utf-8", "a\uFFFDz", "utf-8", 1},
    {"ReplacementInTheSourceIsNotCounted", "\uFFFD\xFF", "utf-8", "\uFFFD\uFFFD", "utf-8", 1},
    {"UnknownLabel", "note", "klingon-8", "note", "utf-8"},
    {"NulStays", "a\0b"sv, "", "a\0b"sv, "utf-8"},
    {"Empty", "", "gbk", "", "gb18030"},
};

class CharsetTest : public testing::TestWithParam<CharsetCase> {};

TEST_P(CharsetTest, BytesBecomeUtf8) {
  const DecodedText decoded = decode_text(GetParam().bytes, GetParam().declared);

  EXPECT_EQ(decoded.text, GetParam().text);
  EXPECT_EQ(decoded.charset, GetParam().charset);
  EXPECT_EQ(decoded.replaced, GetParam().replaced);
}

INSTANTIATE_TEST_SUITE_P(Bytes, CharsetTest, testing::ValuesIn(charset_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Charset, LongTextsAreConvertedInPieces) {
  std::string bytes(100'003, '\xFC');

  const DecodedText decoded = decode_text(bytes, "latin1");

  EXPECT_EQ(decoded.text.size(), 2 * bytes.size());
  EXPECT_EQ(decoded.replaced, 0U);
}

TEST(Charset, LabelsAreTheWebs) {
  EXPECT_EQ(charset_named(" UTF8 "), "utf-8");
  EXPECT_EQ(charset_named("ascii"), "windows-1252");
  EXPECT_EQ(charset_named("latin5"), "windows-1254");
  EXPECT_EQ(charset_named("x-sjis"), "shift_jis");
  EXPECT_EQ(charset_named("utf"), "");
  EXPECT_EQ(charset_named(""), "");
}

}  // namespace
}  // namespace verbale
