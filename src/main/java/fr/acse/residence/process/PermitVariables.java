package fr.acse.residence.process;

import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** Variables that several permit processes share. */
final class PermitVariables {

    static final Variable<Integer> TRACK = Variable.number("trackId");

    /** Group of the association or shelter that follows the track. */
    static final Variable<String> FOLLOWER_GROUP = Variable.code("followerGroup");

    static final Variable<String> ROUTE = Variable.code("permitRoute");
    static final Variable<String> RULES = Variable.code("permitRules");
    static final Variable<String> DECISION = Variable.code("decision");
    static final Variable<String> FILING = Variable.code("filing");

    /** The latest time to file the next request. */
    static final Variable<Instant> REQUEST_DUE_ON = Variable.moment("requestDueOn");

    static final Variable<Instant> RENEWAL_DUE_ON = Variable.moment("renewalDueOn");

    /** First moment after the last day of the title that ends last. */
    static final Variable<Instant> ENDS_ON = Variable.moment("permitEndsOn");

    /** The last day of the title that ends last. */
    static final Variable<LocalDate> END_DATE = Variable.day("permitEndDate");

    static final Variable<String> TITLE_KIND = Variable.code("titleKind");
    static final Variable<LocalDate> TITLE_FROM = Variable.day("titleFrom");
    static final Variable<LocalDate> TITLE_UNTIL = Variable.day("titleUntil");
    static final Variable<Boolean> MAY_WORK = Variable.yesNo("mayWork");
    static final Variable<String> CHANNEL = Variable.code("channel");

    /** True if the title corrects another title. */
    static final Variable<Boolean> CORRECTS = Variable.flag("correctsTitle");

    /** Id of the wrongly recorded title that is corrected. */
    static final Variable<Integer> CORRECTED = Variable.number("correctedTitle");

    static final Variable<String> NEXT_ROUTE = Variable.code("otherRoute");

    static final Variable<?>[] OF_TITLE = {
        TRACK,
        ROUTE,
        RULES,
        TITLE_KIND,
        TITLE_FROM,
        TITLE_UNTIL,
        MAY_WORK,
        CHANNEL,
        CORRECTS,
        CORRECTED,
        REQUEST_DUE_ON,
        RENEWAL_DUE_ON,
        ENDS_ON,
        END_DATE,
        FOLLOWER_GROUP
    };

    private PermitVariables() {}
}
