#pragma once

#include <string_view>

#include "attribution/clause_text.h"

namespace verbale::attribution {

// What tells words apart in Chinese, which has neither spaces nor capitals: closed lists of
// surnames, of what leads an adverbial, and of what ends the name of a body or a description.

// Whether the cue at [first, last) is a word of its own: 名称, 称为, 说明 and 数据 are no cues.
bool han_cue_stands(const ClauseText& text, TokenSpan cue);

// The last word of "据…报道", at or behind `first` in the same part of the clause; nothing where
// "据" opens no such frame.
std::optional<TokenSpan> han_frame_end(const ClauseText& text, TokenIndex first);

// A Chinese name by its length and its surname: 王毅, 欧阳锋.
bool is_han_name(const ClauseText& text, TokenSpan span);

// 人士, 部门, 媒体, 会议, 乌方: somebody or a body that is told what it is and not who.
bool ends_han_group(const ClauseText& text, TokenSpan span);

// The subject inside the words before a cue: without "据" and times, and without what is said about
// when, where and to whom, "习近平|在回信中". Empty when nobody is named there.
TokenSpan han_subject(const ClauseText& text, TokenSpan before);

// Characters that end a name behind a title: what was done, when and where.
bool ends_han_name(std::string_view ideograph);

}  // namespace verbale::attribution
