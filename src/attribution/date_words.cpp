#include "attribution/date_words.h"

namespace verbale::attribution {
namespace {

using enum DateWordKind;

constexpr DateWordRow rows[] = {
    {"en", Weekday, 0, "monday tuesday wednesday thursday friday saturday sunday"},
    {"en", Month, 1,
     "january february march april may june july august september october november december"},
    {"en", ShortMonth, 1, "jan feb mar apr"},
    {"en", ShortMonth, 6, "jun jul aug sept/sep oct nov dec"},
    {"en", DayOffset, -1, "yesterday today/tonight tomorrow"},
    {"en", Unit, 0, "day/days week/weeks month/months year/years"},
    {"en", Last, 0, "last/past/previous"},
    {"en", Next, 0, "next/coming/following/upcoming"},
    {"en", This, 0, "this"},
    {"en", Part, 0, "early/earlier/late/later/morning/afternoon/evening/night/midday/noon"},
    {"en", Ago, 0, "ago"},
    {"en", Count, 1, "a/an/one two three four five six seven eight nine ten"},
    {"en", In, 0, "in/during"},
    {"en", On, 0, "on"},
    {"en", Of, 0, "of"},
    {"en", Blocking, 0,
     "by/until/till/before/since/from/through/between/to/for/after/following/due/than"},
    {"en", Determiner, 0, "the/his/her/its/their/that"},

    {"fr", Weekday, 0, "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    {"fr", Month, 1,
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
    {"fr", DayOffset, -1, "hier aujourd'hui demain"},
    {"fr", Unit, 0, "jour/jours semaine/semaines mois an/ans/année"},
    {"fr", Last, 0, "dernier/dernière/passé/passée"},
    {"fr", Next, 0, "prochain/prochaine"},
    {"fr", This, 0, "ce/cette"},
    {"fr", Part, 0, "matin/soir/après-midi/nuit"},
    {"fr", In, 0, "en"},
    {"fr", On, 0, "le/du"},
    {"fr", Blocking, 0, "avant/depuis/jusqu'à/d'ici/après/dès/pour/à/au"},

    {"es", Weekday, 0, "lunes martes miércoles jueves viernes sábado domingo"},
    {"es", Month, 1,
     "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
     "diciembre"},
    {"es", DayOffset, -1, "ayer hoy"},
    {"es", Unit, 0, "día/días semana/semanas mes/meses año/años"},
    {"es", Last, 0, "pasado/pasada"},
    {"es", Next, 0, "próximo/próxima"},
    {"es", This, 0, "este/esta"},
    {"es", Part, 0, "noche/tarde"},
    {"es", In, 0, "en"},
    {"es", On, 0, "el/del"},
    {"es", Of, 0, "de"},
    {"es", Blocking, 0, "desde/hasta/antes/tras/para/a/al"},

    {"de", Weekday, 0, "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag"},
    {"de", Month, 1,
     "januar/jänner februar märz april mai juni juli august september oktober november dezember"},
    {"de", DayOffset, -1, "gestern heute morgen"},
    {"de", Unit, 0, "tag/tage/tagen woche/wochen monat/monate/monaten jahr/jahre/jahren"},
    {"de", Last, 0,
     "letzte/letzten/letztem/letzter/letztes/vergangene/vergangenen/vergangenem/vergangener"},
    {"de", Next, 0, "nächste/nächsten/nächstem/nächster/kommende/kommenden/kommender"},
    {"de", This, 0, "diese/diesen/diesem/dieser/dieses"},
    {"de", Part, 0, "abend/nachmittag/nacht/vormittag/früh/mittag"},
    {"de", In, 0, "im/in"},
    {"de", On, 0, "am/den/dem"},
    {"de", Blocking, 0, "bis/seit/ab/vor/nach/zum/vom/für/des"},

    {"ru", Weekday, 0,
     "понедельник/понедельника вторник/вторника среда/среду/среды четверг/четверга "
     "пятница/пятницу/пятницы суббота/субботу/субботы воскресенье/воскресенья"},
    {"ru", Month, 1,
     "января/январе февраля/феврале марта/марте апреля/апреле мая/мае июня/июне июля/июле "
     "августа/августе сентября/сентябре октября/октябре ноября/ноябре декабря/декабре"},
    {"ru", DayOffset, -1, "вчера сегодня завтра"},
    {"ru", Unit, 0,
     "день/дня/дней неделя/неделе/неделю/недели/недель месяц/месяце/месяца/месяцев "
     "год/году/года/лет"},
    {"ru", Last, 0,
     "прошлый/прошлой/прошлую/прошлом/прошлое/прошлого/минувший/минувшую/минувшей/минувшего"},
    {"ru", Next, 0, "следующий/следующей/следующую/следующем/будущем/ближайший"},
    {"ru", This, 0, "этот/эту/этой/этом/текущем"},
    {"ru", Part, 0, "вечером/утром/днем/ночью"},
    {"ru", In, 0, "в"},
    {"ru", On, 0, "во/на"},
    {"ru", Blocking, 0, "до/с/со/после/к"},

    {"ar", Weekday, 0, "الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"},
    {"ar", Month, 1,
     "يناير فبراير مارس أبريل/إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
    {"ar", Month, 4, "نيسان أيار حزيران تموز آب أيلول"},
    {"ar", DayOffset, -1, "أمس/امس اليوم غدا"},
    {"ar", Unit, 0, "يوم/أيام الأسبوع/أسبوع/أسابيع الشهر/شهر/أشهر العام/عام/السنة/سنة"},
    {"ar", Last, 0, "الماضي/الماضية/المنصرم"},
    {"ar", Next, 0, "المقبل/القادم/المقبلة/القادمة"},
    {"ar", This, 0, "هذا/هذه"},
    {"ar", Part, 0, "صباح/مساء"},
    {"ar", In, 0, "في"},
    {"ar", Of, 0, "من"},
    {"ar", Blocking, 0, "منذ/حتى/قبل/بعد"},
};

constexpr HanDatePhrase han_phrases[] = {
    {"星期一", Weekday, 0},  {"星期二", Weekday, 1},  {"星期三", Weekday, 2},
    {"星期四", Weekday, 3},  {"星期五", Weekday, 4},  {"星期六", Weekday, 5},
    {"星期日", Weekday, 6},  {"星期天", Weekday, 6},  {"周一", Weekday, 0},
    {"周二", Weekday, 1},    {"周三", Weekday, 2},    {"周四", Weekday, 3},
    {"周五", Weekday, 4},    {"周六", Weekday, 5},    {"周日", Weekday, 6},
    {"週一", Weekday, 0},    {"週二", Weekday, 1},    {"週三", Weekday, 2},
    {"週四", Weekday, 3},    {"週五", Weekday, 4},    {"週六", Weekday, 5},
    {"週日", Weekday, 6},    {"前天", DayOffset, -2}, {"昨天", DayOffset, -1},
    {"昨日", DayOffset, -1}, {"昨晚", DayOffset, -1}, {"今天", DayOffset, 0},
    {"今日", DayOffset, 0},  {"今晚", DayOffset, 0},  {"上个月", Last, 2},
    {"上個月", Last, 2},     {"上月", Last, 2},       {"上周", Last, 1},
    {"上週", Last, 1},       {"去年", Last, 3},       {"本周", This, 1},
    {"本週", This, 1},       {"本月", This, 2},       {"今年", This, 3},
};

}  // namespace

std::span<const DateWordRow> date_word_rows() {
  return rows;
}

std::span<const HanDatePhrase> han_date_phrases() {
  return han_phrases;
}

}  // namespace verbale::attribution
