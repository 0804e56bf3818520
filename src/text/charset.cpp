#include "verbale/text/charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "icu_strings.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

// An encoding of the web: its labels (W3C Encoding Standard, section 4.2, lower case) and the
// ICU converter that decodes it as browsers do.
struct Charset {
  const char* name;
  const char* converter;
  const char* labels;  // Separated and surrounded by spaces, the name included.
};

constexpr Charset charsets[] = {
    {"utf-8", nullptr,
     " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "},
    {"windows-1252", "windows-1252",
     " windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
     "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 "},
    {"utf-16le", "UTF-16LE",
     " utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff "},
    {"utf-16be", "UTF-16BE", " utf-16be unicodefffe "},
    {"windows-1250", "windows-1250", " windows-1250 cp1250 x-cp1250 "},
    {"windows-1251", "windows-1251", " windows-1251 cp1251 x-cp1251 "},
    {"windows-1253", "windows-1253", " windows-1253 cp1253 x-cp1253 "},
    {"windows-1254", "windows-1254",
     " windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 x-cp1254 "},
    {"windows-1255", "windows-1255", " windows-1255 cp1255 x-cp1255 "},
    {"windows-1256", "windows-1256", " windows-1256 cp1256 x-cp1256 "},
    {"windows-1257", "windows-1257", " windows-1257 cp1257 x-cp1257 "},
    {"windows-1258", "windows-1258", " windows-1258 cp1258 x-cp1258 "},
    {"windows-874", "windows-874",
     " windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
    {"iso-8859-2", "ISO-8859-2",
     " iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
     "latin2 "},
    {"iso-8859-3", "ISO-8859-3",
     " iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
     "latin3 "},
    {"iso-8859-4", "ISO-8859-4",
     " iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
     "latin4 "},
    {"iso-8859-5", "ISO-8859-5",
     " iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988 "},
    {"iso-8859-6", "ISO-8859-6",
     " iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e "
     "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "},
    {"iso-8859-7", "ISO-8859-7",
     " iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 "
     "iso_8859-7 iso_8859-7:1987 sun_eu_greek "},
    {"iso-8859-8", "ISO-8859-8",
     " iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
     "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical "},
    {"iso-8859-10", "iso-8859_10-1998",
     " iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"iso-8859-13", "ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
    {"iso-8859-14", "iso-8859_14-1998", " iso-8859-14 iso8859-14 iso885914 "},
    {"iso-8859-15", "ISO-8859-15", " iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"koi8-r", "KOI8-R", " koi8-r cskoi8r koi koi8 koi8_r "},
    {"koi8-u", "KOI8-U", " koi8-u koi8-ru "},
    {"ibm866", "IBM866", " ibm866 866 cp866 csibm866 "},
    {"macintosh", "macintosh", " macintosh csmacintosh mac x-mac-roman "},
    {"x-mac-cyrillic", "x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian "},
    {"gb18030", "gb18030",
     " gb18030 gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk "},
    {"big5", "Big5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"euc-jp", "EUC-JP", " euc-jp cseucpkdfmtjapanese x-euc-jp "},
    {"iso-2022-jp", "ISO-2022-JP", " iso-2022-jp csiso2022jp "},
    {"shift_jis", "ibm-943_P15A-2003",
     " shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis "},
    {"euc-kr", "windows-949-2000",
     " euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
     "ksc_5601 windows-949 "},
};

std::string trimmed_lower(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (c > ' ' && c < '\x7f') {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  return out;
}

const Charset* find_charset(std::string_view label) {
  const std::string wanted = ' ' + trimmed_lower(label) + ' ';
  if (wanted.size() <= 2) {
    return nullptr;
  }
  const auto* found = std::ranges::find_if(charsets, [&](const Charset& charset) {
    return std::string_view(charset.labels).find(wanted) != std::string_view::npos;
  });
  return found == std::end(charsets) ? nullptr : found;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};

constexpr ByteOrderMark byte_order_marks[] = {
    {"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("\uFFFD"); at != std::string_view::npos;
       at = text.find("\uFFFD", at + 3)) {
    ++count;
  }
  return count;
}

DecodedText decode_utf8(std::string_view bytes) {
  if (!first_invalid_utf8(bytes)) {
    return {std::string(bytes), "utf-8", 0};
  }
  std::string text = replace_invalid_utf8(bytes);
  const std::size_t replaced = count_replacements(text) - count_replacements(bytes);
  return {std::move(text), "utf-8", replaced};
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// In pieces, so that a large file is never held in UTF-16 as well.
std::string convert(UConverter* converter, std::string_view bytes) {
  std::array<UChar, 4096> piece{};
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = piece.data();
    ucnv_toUnicode(converter, &target, piece.data() + piece.size(), &source, end, nullptr, 1,
                   &status);
    icu::UnicodeString(false, piece.data(), static_cast<std::int32_t>(target - piece.data()))
        .toUTF8String(out);
  }
  return out;
}

DecodedText decode_as(const Charset& charset, std::string_view bytes) {
  if (charset.converter == nullptr) {
    return decode_utf8(bytes);
  }
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.converter, &status), &ucnv_close);
  if (U_FAILURE(status)) {
    return decode_utf8(bytes);
  }
  std::string text = convert(converter.get(), bytes);
  const std::size_t replaced = count_replacements(text);
  return {std::move(text), charset.name, replaced};
}

}  // namespace

std::string charset_named(std::string_view label) {
  const Charset* charset = find_charset(label);
  return charset == nullptr ? "" : charset->name;
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (bytes.starts_with(mark.bytes)) {
      return decode_as(*find_charset(mark.charset), bytes.substr(mark.bytes.size()));
    }
  }
  if (const Charset* charset = find_charset(declared)) {
    return decode_as(*charset, bytes);
  }
  return decode_as(*find_charset(first_invalid_utf8(bytes) ? "windows-1252" : "utf-8"), bytes);
}

}  // namespace verbale
