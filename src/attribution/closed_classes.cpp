#include "attribution/closed_classes.h"

#include <array>

namespace verbale::attribution {

namespace {

constexpr std::array classes = {
    ClosedClass{trait_determiner,
                "the a an this that these those some any several many most both all no each every "
                "another other others such few more either neither certain various one"},
    ClosedClass{trait_number_word,
                "one two three four five six seven eight nine ten eleven twelve dozen dozens "
                "hundreds thousands millions hundred thousand million billion first second third "
                "half"},
    ClosedClass{trait_preposition,
                "of in on at by for from with to into onto over under about against between among "
                "during through throughout within without across behind beyond near like despite "
                "toward towards upon via per amid amidst alongside including concerning regarding "
                "following outside inside around along off up down out versus unlike besides "
                "ahead beside above below except aboard"},
    ClosedClass{trait_coordinator, "and or but nor yet plus"},
    ClosedClass{trait_subordinator,
                "because while whilst although though unless until till if whether since as when "
                "whenever where wherever after before once lest than that so whereas"},
    ClosedClass{trait_relative, "who which whose whom that"},
    ClosedClass{trait_wh, "what how why where when who which whom whose whatever whoever"},
    ClosedClass{
        trait_auxiliary,
        "has have had having is are was were am be been being do does did will would can "
        "could may might must shall should ought cannot 's 'll 're 've 'd 'm hasn't haven't "
        "hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't "
        "couldn't mightn't mustn't shan't shouldn't ain't"},
    ClosedClass{trait_negation,
                "not never hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't "
                "won't wouldn't can't couldn't mustn't shouldn't cannot ain't"},
    ClosedClass{trait_adverb,
                "also then later now again still ever just even always often soon already almost "
                "once twice only too instead rather perhaps maybe thus hence therefore however "
                "meanwhile moreover furthermore nonetheless nevertheless likewise otherwise "
                "further once earlier afterward afterwards sometimes though indeed quite very so "
                "there here famously reportedly since both yet simply well far away back "
                "together apart elsewhere first last next similarly originally initially"},
    ClosedClass{trait_he | trait_subject_pronoun, "he"},
    ClosedClass{trait_he, "him himself"},
    ClosedClass{trait_he | trait_possessive, "his"},
    ClosedClass{trait_she | trait_subject_pronoun, "she"},
    ClosedClass{trait_she, "hers herself"},
    ClosedClass{trait_she | trait_possessive, "her"},
    ClosedClass{trait_it | trait_subject_pronoun, "it"},
    ClosedClass{trait_it, "itself"},
    ClosedClass{trait_it | trait_possessive, "its"},
    ClosedClass{trait_they | trait_subject_pronoun, "they"},
    ClosedClass{trait_they, "them themselves theirs"},
    ClosedClass{trait_they | trait_possessive, "their"},
    ClosedClass{trait_first_person | trait_subject_pronoun, "i we"},
    ClosedClass{trait_first_person, "me us myself ourselves mine ours"},
    ClosedClass{trait_first_person | trait_possessive, "my our"},
    ClosedClass{trait_second_person | trait_subject_pronoun, "you"},
    ClosedClass{trait_second_person | trait_possessive, "your"},
    ClosedClass{trait_subject_pronoun, "who everyone everybody someone somebody anyone nobody"},
    ClosedClass{trait_weekday,
                "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
                "thurs fri"},
    ClosedClass{trait_month,
                "january february march april may june july august september october november "
                "december"},
    ClosedClass{trait_month | trait_abbreviation, "jan feb aug sept sep oct nov dec"},
    ClosedClass{trait_time_noun,
                "yesterday today tomorrow tonight week weeks month months year years day days "
                "morning afternoon evening night weekend hour hours minute minutes moment ago "
                "earlier later time noon midday midnight"},
    ClosedClass{trait_honorific | trait_abbreviation,
                "mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt adm rev "
                "hon pres messrs mme st sr jr"},
    ClosedClass{trait_abbreviation, "vs inc corp ltd co bros etc dept est approx u.s u.k u.n"},
    ClosedClass{trait_honorific, "mr mrs ms miss dr sir madam madame lady lord dame monsieur"},
    ClosedClass{trait_male_noun, "mr sir lord monsieur"},
    ClosedClass{trait_female_noun, "mrs ms miss madam madame lady dame mme"},
    ClosedClass{trait_male_noun | trait_person_noun,
                "man men boy father husband son brother spokesman king prince uncle grandfather "
                "congressman chairman businessman gentleman guy actor nephew widower policeman "
                "councilman assemblyman salesman pastor"},
    ClosedClass{trait_female_noun | trait_person_noun,
                "woman women girl mother wife daughter sister spokeswoman queen princess aunt "
                "grandmother congresswoman chairwoman businesswoman actress niece widow "
                "policewoman councilwoman assemblywoman"},
    ClosedClass{
        trait_person_noun,
        "spokesperson official officials source sources aide aides adviser advisers advisor "
        "advisors analyst analysts expert experts critic critics supporter supporters "
        "opponent opponents lawyer lawyers attorney attorneys witness witnesses reporter "
        "reporters journalist journalists author authors professor economist strategist "
        "strategists pollster operative operatives consultant diplomat diplomats leader "
        "leaders member members senator senators lawmaker lawmakers voter voters "
        "candidate candidates lady nominee president vice-president minister ministers "
        "secretary governor governors mayor mayors judge judges justice justices general "
        "commander officer officers soldier soldiers activist activists advocate advocates "
        "scholar scholars scientist scientists researcher researchers historian historians "
        "director chief head chair ambassador envoy negotiator negotiators representative "
        "representatives delegate delegates veteran veterans resident residents "
        "republican republicans democrat democrats conservative conservatives liberal "
        "liberals progressives people person friend friends colleague colleagues host "
        "moderator anchor commentator commentators columnist pundit pundits editor donor "
        "donors student students teacher teachers doctor doctors parent parents victim "
        "victims survivor rival rivals manager organizer organizers founder investigator "
        "investigators prosecutor prosecutors spokespeople insider insiders observers "
        "participants counterpart ally allies protester protesters demonstrators dealer "
        "dealers trader traders chairperson broker brokers mogul billionaire tycoon "
        "executive executives billionaires frontrunner front-runner contender spouse "
        "child children ministerial police neighbor neighbors americans"},
    ClosedClass{trait_body_noun,
                "ministry government administration campaign committee commission council "
                "department agency bureau office court parliament congress senate house party "
                "union bloc alliance organization organisation association group coalition "
                "company firm bank corporation institute foundation university newspaper "
                "magazine paper network channel website site outlet mission embassy delegation "
                "military army police force authority authorities board panel team state country "
                "nation city county league federation secretariat assembly cabinet presidency "
                "regime company's center centre think-tank pac super-pac publication journal "
                "inc corp ltd plc llc co trust bancorp bancshares gmbh tribunal institution fund "
                "operator cartel industry movement chapter lobby"},
    ClosedClass{trait_document_noun,
                "statement report declaration communique document letter memo study poll survey "
                "resolution article editorial release post tweet transcript filing complaint "
                "lawsuit ruling opinion decision bill law book memoir ad advertisement video "
                "email emails note text agreement constitution amendment petition headline story "
                "website message piece pitch manifesto op-ed newsletter blog brochure verdict "
                "paper dispatch "
                "cable leaflet sign banner placard caption communique column chart data figures "
                "findings research documents reports polls "
                "studies"},
    ClosedClass{trait_name_particle,
                "van von der den de del della di da du la le el al bin ibn abu ben dos das ter ten "
                "bint ul ur"},
    ClosedClass{
        trait_place_word,
        "new north south east west northern southern eastern western central san santa los "
        "las fort mount lake cape port el alabama alaska arizona arkansas california "
        "colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa "
        "kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
        "mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina "
        "dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont "
        "virginia washington wisconsin wyoming england"},
    ClosedClass{
        trait_thing_noun,
        "convention conference summit forum street avenue road boulevard square bridge "
        "tower hotel river lake mountain mountains island islands beach bay valley county "
        "city act bill amendment law war revolution day week times post journal herald "
        "tribune award awards prize cup league series show book books bowl plan deal treaty "
        "agreement accord accords airport station stadium arena park theatre theater church "
        "cathedral canal strait sea ocean coast border express festival games "
        "train bus caucus caucuses primary debate exchange building plaza center centre"},
    ClosedClass{trait_name_suffix, "jr sr ii iii iv esq"},
    ClosedClass{trait_verb,
                "went goes go came comes come took takes take made makes make got gets gave gives "
                "saw sees knew left leaves met meets ran runs won wins lost loses held holds kept "
                "keeps led leads stood stands sat sits fell falls rose rises grew grows began "
                "begins became becomes brought brings bought sought seeks spent spends sent sends "
                "built builds cut cuts put puts set sets hit hits drew draws drove drives broke "
                "breaks spoke speaks wore wears won paid pays fought fights caught taught bore "
                "served serves lived lives worked works moved moves turned turns started starts "
                "continued continues faced faces returned returns used uses tried tries appeared "
                "appears seemed seems remained remains arrived arrives attended attends visited "
                "visits helped helps hosted hosts included includes looked looks played plays "
                "received receives showed shows shown supported supports traveled voted votes "
                "walked watched wants wanted needs needed died shot shoots signed signs released "
                "releases published campaigned won't happened happens endorsed backed stayed "
                "sounded joined joins passed"},
};

}  // namespace

std::span<const ClosedClass> closed_classes() {
  return classes;
}

}  // namespace verbale::attribution
