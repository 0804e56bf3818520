#include "attribution/han_words.h"

#include <algorithm>
#include <array>

namespace verbale::attribution {

namespace {

bool one_of(std::string_view ideograph, std::string_view list) {
  return !ideograph.empty() && list.find(ideograph) != std::string_view::npos;
}

std::string_view ideograph(const ClauseText& text, TokenIndex at) {
  return text.is(at, TokenKind::Ideograph) ? text.word(at) : std::string_view();
}

// What a cue of one character is no word beside.
struct CueContext {
  std::string_view cue;
  std::string_view not_before;
  std::string_view not_after;
};

constexpr CueContext cue_contexts[] = {
    {"称", "名简职俗统昵又被号堪可自", "为之号赞作呼职谓得"},
    {"稱", "名簡職俗統暱又被號堪可自", "為之號讚作呼職謂得"},
    {"说", "学小传游听据虽可来再述所", "明法服辞话唱谎教起"},
    {"說", "學小傳遊聽據雖可來再述所", "明法服辭話唱謊教起"},
    {"问", "学访疑提顾慰质询拷追请", "题候世答责卷询"},
    {"讲", "演听宣", "话究解述座坛台演师"},
    {"据", "数证依占根票单论收凭割盘", "此"},
    {"據", "數證依佔根票單論收憑割盤", "此"},
};

// Nouns, too: "提出要求", "的要求", "这一报道".
constexpr std::array<std::string_view, 12> also_nouns = {
    "要求", "报道", "报导", "评论", "声明", "建议", "预计", "警告", "批评", "支持", "分析", "希望"};

constexpr std::array<std::string_view, 18> frame_ends = {
    "报道", "報道", "报导", "消息", "统计", "介绍", "透露", "披露", "通报",
    "数据", "显示", "调查", "报告", "分析", "估计", "预测", "了解", "称"};

// The hundred and more commonest surnames; nine of ten people bear one of them.
constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤温康施傅俞邢齐伍庞樊兰殷章洪庄聂柯翟牛葛耿舒祝路毕佟纪裴祖霍屈鲍管";
constexpr std::array<std::string_view, 8> double_surnames = {"欧阳", "司马", "诸葛", "上官",
                                                             "夏侯", "东方", "皇甫", "尉迟"};

constexpr std::array<std::string_view, 66> groups = {
    "人士", "专家", "学者", "官员", "媒体", "政府", "机构", "部门", "组织", "公司", "集团",
    "银行", "大学", "学院", "部队", "军方", "警方", "校方", "院方", "官方", "民众", "群众",
    "代表", "嘉宾", "记者", "人员", "中心", "协会", "法院", "议会", "当局", "外界", "舆论",
    "双方", "各方", "两国", "各国", "委员", "议员", "居民", "市民", "村民", "队员", "球员",
    "分析", "声明", "公报", "报告", "会议", "大会", "文章", "总部", "总局", "气象", "联盟",
    "领导", "高管", "企业", "工会", "政党", "组织", "团体", "业内", "社论", "研究", "网站"};
constexpr std::string_view group_ends = "部局署厅院社台会方军们者员报网团党组";

// Leads an adverbial behind a subject, or an aside about the subject.
constexpr std::string_view adverbial_starts = "在对就向还则又再并均也仍曾已首随经";
constexpr std::array<std::string_view, 29> adverbials = {
    "当天", "当日", "当晚", "日前", "近日", "今天", "昨天", "今日", "昨日", "同时",
    "最后", "接受", "通过", "援引", "引述", "一致", "明确", "郑重", "坚定", "热烈",
    "高度", "积极", "充分", "公开", "严正", "再次", "多次", "特别", "纷纷"};
// Makes a clause of it and no noun phrase.
constexpr std::string_view clause_marks = "是将把被让使这那如若因虽但而却";

bool is_adverbial(const ClauseText& text, TokenIndex at, TokenIndex last) {
  if (const Match* match = text.match_at(at)) {
    return match->first == at && has_sense(*match, SenseKind::Cue);  // 在记者会上
  }
  return one_of(ideograph(text, at), adverbial_starts) ||
         (at + 2 <= last &&
          std::ranges::find(adverbials, text.text({at, at + 2})) != adverbials.end());
}

// 11日, 3月, 2031年: tokens of a date at `at`; 0 when there is none.
TokenIndex date_tokens(const ClauseText& text, TokenIndex at, TokenIndex last) {
  const bool number = text.is(at, TokenKind::Number) && at + 1 < last;
  return number && one_of(ideograph(text, at + 1), "日月年时") ? 2 : 0;
}

// Tokens of 报道, 称 and the like at `at`; 0 when there is none.
TokenIndex frame_end_tokens(const ClauseText& text, TokenIndex at, TokenIndex limit) {
  for (const std::string_view end : frame_ends) {
    const TokenIndex length = end.size() > 3 ? 2 : 1;
    if (at + length <= limit && text.text({at, at + length}) == end) {
      return length;
    }
  }
  return 0;
}

}  // namespace

bool han_cue_stands(const ClauseText& text, TokenSpan cue) {
  const std::string_view before =
      cue.first > 0 ? ideograph(text, cue.first - 1) : std::string_view();
  const std::string_view after = ideograph(text, cue.last);
  if (cue.size() > 1) {
    const bool noun = std::ranges::find(also_nouns, text.text(cue)) != also_nouns.end();
    return !noun || (!one_of(before, "的出种些项条份此该一等合按照") && !one_of(after, "的和是等"));
  }
  for (const CueContext& context : cue_contexts) {
    if (context.cue == text.word(cue.first)) {
      return !one_of(before, context.not_before) && !one_of(after, context.not_after);
    }
  }
  return true;
}

std::optional<TokenSpan> han_frame_end(const ClauseText& text, TokenIndex first) {
  constexpr TokenIndex longest = 30;
  const TokenIndex limit = std::min(text.size(), first + longest);
  for (TokenIndex at = first; at < limit; ++at) {
    const TokenKind kind = text.token(at).kind;
    if (kind == TokenKind::Comma || kind == TokenKind::Stop || kind == TokenKind::Mark) {
      break;
    }
    const TokenIndex length = frame_end_tokens(text, at, limit);
    if (length != 0) {
      return TokenSpan{at, at + length};
    }
  }
  return std::nullopt;
}

bool is_han_name(const ClauseText& text, TokenSpan span) {
  if (span.size() < 2 || span.size() > 4) {
    return false;
  }
  for (TokenIndex at = span.first; at < span.last; ++at) {
    if (!text.is(at, TokenKind::Ideograph) || text.is_title_or_place(at)) {
      return false;
    }
  }
  const std::string_view two = text.text({span.first, span.first + 2});
  const bool is_double =
      std::ranges::find(double_surnames, two) != double_surnames.end() && span.size() > 2;
  return is_double || (span.size() < 4 && one_of(text.word(span.first), surnames) &&
                       !ends_han_group(text, span));
}

bool ends_han_group(const ClauseText& text, TokenSpan span) {
  if (span.size() < 2) {
    return false;
  }
  const std::string_view two = text.text({span.last - 2, span.last});
  return std::ranges::find(groups, two) != groups.end() ||
         one_of(ideograph(text, span.last - 1), group_ends);
}

TokenSpan han_subject(const ClauseText& text, TokenSpan before) {
  TokenSpan subject = before;
  while (!subject.empty()) {
    const TokenIndex date = date_tokens(text, subject.first, subject.last);
    const bool adverbial = date == 0 && is_adverbial(text, subject.first, subject.last);
    const bool leads = one_of(ideograph(text, subject.first), "据據");
    if (adverbial) {
      return {before.last, before.last};
    }
    if (date == 0 && !leads) {
      break;
    }
    subject.first += std::max<TokenIndex>(date, 1);
  }
  if (!subject.empty() && text.match_at(subject.first) == nullptr &&
      one_of(ideograph(text, subject.first), "从以为把将")) {
    return {before.last, before.last};
  }
  for (TokenIndex at = subject.first + 1; at < subject.last; ++at) {
    const bool clause = text.match_at(at) == nullptr && one_of(ideograph(text, at), clause_marks);
    if (clause) {
      return {before.last, before.last};
    }
    if (date_tokens(text, at, subject.last) != 0 || is_adverbial(text, at, subject.last)) {
      subject.last = at;
    }
  }
  return subject;
}

bool ends_han_name(std::string_view ideograph) {
  return one_of(ideograph, "在对就于向当今昨前日月年周星也还则再又都并的和与是会表说称指");
}

}  // namespace verbale::attribution
