package fr.acse.platform.gate;

import static fr.acse.platform.gate.Fact.anyOf;
import static fr.acse.platform.gate.Promise.before;
import static fr.acse.platform.gate.Promise.in;
import static fr.acse.platform.gate.Promise.never;

import com.github.benmanes.caffeine.cache.Cache;
import fr.acse.platform.gate.Fact.Answered;
import fr.acse.platform.gate.Fact.Done;
import fr.acse.platform.gate.Fact.Due;
import fr.acse.platform.gate.Fact.Heard;
import fr.acse.platform.gate.Fact.HeardIn;
import fr.acse.platform.gate.Fact.Is;
import fr.acse.platform.gate.Fact.IsNot;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The promises of the network. The gate proves each promise on every path of every model. If the law or the procedure changes, a developer
 * changes the list of promises and a second person reviews the change. No model can change a promise.
 */
final class Promises implements Rule {

    private static final String OPERATOR = "#{operatorGroup}";
    private static final String SHELTER = "#{shelterGroup}";
    private static final String ESCORT = "#{escortLogin}";
    private static final String OTHERS = OPERATOR + ",coordination";
    private static final String TRANSFER = "call:transfer";
    private static final Fact NEW_SEARCH = new Done("findSheltersDelegate");
    private static final Fact NEW_DATE = new Answered("arrivalDate", OPERATOR);
    private static final Fact NEW_PLAN = new Answered("departureAt", OPERATOR);
    private static final Fact HANDED_OVER = new Done("recordHandOverDelegate");
    private static final Fact NEW_CLAIM = new Done("recordClaimDelegate");
    private static final Fact ORDERED = new Done("orderPaymentDelegate");
    private static final Fact[] HOLD_ENDS = {
        new Done("recordAnswerDelegate"),
        new Done("releaseHoldDelegate"),
        new Done("withdrawAcceptanceDelegate"),
        new Done("expireHoldDelegate")
    };
    private static final Set<String> ORIENTATION = Set.of("orientation");

    static final List<Promise> ALL = List.of(
            // A transfer needs eligibility, the full commitment, and an arrival that the operator and the shelter have
            // agreed.
            before(TRANSFER, "eligible", anyOf(new Is("eligibility", "eligible"))),
            before(TRANSFER, "committed", anyOf(new Is("commitmentFull", true))),
            before(TRANSFER, "acceptedByHer", anyOf(new Answered("placeDecision", OPERATOR)), NEW_SEARCH),
            before(TRANSFER, "sheSaidYes", anyOf(new Is("placeDecision", "accepted")), NEW_SEARCH),
            before(TRANSFER, "proposed", anyOf(NEW_DATE), NEW_SEARCH),
            before(TRANSFER, "confirmed", anyOf(new Answered("agreement", SHELTER)), NEW_SEARCH, NEW_DATE),
            before(TRANSFER, "agreed", anyOf(new Is("agreement", "agreed")), NEW_SEARCH),
            before(TRANSFER, "interviewed", anyOf(new Answered("interviewResult", SHELTER)), NEW_SEARCH),
            before(TRANSFER, "interviewRecorded", anyOf(new Done("recordInterviewDelegate")), NEW_SEARCH),
            before(TRANSFER, "agreementRecorded", anyOf(new Done("recordAgreementDelegate")), NEW_SEARCH, NEW_DATE),
            before(
                    "call:agree-arrival",
                    "answered",
                    anyOf(new Done("recordAnswerDelegate"), new Done("renewHoldDelegate")),
                    NEW_SEARCH),
            // A departure needs a confirmed escort. An arrival needs the report of the escort (or the coordination) and
            // the report of the
            // shelter.
            before("recordDepartureDelegate", "escort", anyOf(new Done("appointEscortDelegate")), NEW_PLAN),
            before(
                    "recordDepartureDelegate",
                    "escortConfirmed",
                    anyOf(new Is("escortConfirmed", true), new Heard("acse.escortReplaced")),
                    NEW_PLAN),
            before(
                    "recordDepartureDelegate",
                    "departure",
                    anyOf(new Answered("departure", ESCORT), new Answered("departure", "coordination")),
                    NEW_PLAN),
            before("recordDepartureDelegate", "left", anyOf(new Is("departure", "left")), NEW_PLAN),
            before(
                    "recordArrivalDelegate",
                    "escortArrived",
                    anyOf(new Answered("escortReport", ESCORT), new Answered("silenceOutcome", "coordination"))),
            before("recordArrivalDelegate", "shelterReceived", anyOf(new Answered("shelterReport", SHELTER))),
            before(
                    "recordArrivalDelegate",
                    "escortSaysSo",
                    anyOf(new Is("escortReport", "arrived"), new Is("silenceOutcome", "arrived"))),
            before("recordArrivalDelegate", "shelterSaysSo", anyOf(new Is("shelterReport", "arrived"))),
            in("journey", before("outcome:arrived", "arrivedOnlyIf", anyOf(new Done("recordArrivalDelegate")))),
            in("transfer", before("outcome:arrived", "arrivedIfSo", anyOf(new Is("journeyOutcome", "arrived")))),
            before("recordArrivalDelegate", "codeWord", anyOf(new IsNot("codeWord", "wrong"))),
            before("releasePlaceDelegate", "lostByTwo", anyOf(new Answered("loss", "coordination"))),
            before("releasePlaceDelegate", "lostIfSo", anyOf(new Is("loss", "lost"))),
            before("outcome:PLACE_REFUSED", "refusedByTwo", anyOf(new Answered("refusal", "coordination")), NEW_SEARCH),
            before("outcome:noShow", "traced", anyOf(new Answered("trace", OPERATOR))),
            before("outcome:noShow", "givenUpByTwo", anyOf(new Answered("noShowAnswer", "coordination"))),
            before("outcome:noShow", "givenUp", anyOf(new Is("noShowAnswer", "givenUp"))),
            // A woman who already has a place in a shelter keeps this place.
            before("outcome:NO_SHOW", "keepsHome", anyOf(new IsNot("hasPlace", true))),
            before("outcome:PLACE_REFUSED", "keepsHome", anyOf(new IsNot("hasPlace", true))),
            before("outcome:NO_SHELTER", "keepsHome", anyOf(new IsNot("hasPlace", true))),
            // Each outcome of a case needs the answer or the message that it stands for.
            before(
                    "outcome:EXCLUDED",
                    "excludedOnlyIf",
                    anyOf(new Is("stay", "excluded"), new Heard("acse.sheWasExcluded"))),
            before("outcome:WITHDRAWN", "withdrawnOnlyIf", anyOf(new Heard("acse.referralWithdrawn"))),
            before(
                    "outcome:COMPLETED",
                    "completedOnlyIf",
                    anyOf(
                            new Heard("acse.sheLeft"),
                            new Heard("acse.sheDisappeared"),
                            new Heard("acse.sheWasExcluded"),
                            new Done("prepareRelocationDelegate"))),
            before(
                    "outcome:DISAPPEARED",
                    "disappearedOnlyIf",
                    anyOf(new Is("stay", "disappeared"), new Heard("acse.sheDisappeared"))),
            // The end of a stay needs an answer of a second person. Only the coordination decides on an exclusion.
            before("sends:acse.sheLeft", "leftByTwo", anyOf(new Answered("leavingAnswer", OTHERS))),
            before("sends:acse.sheLeft", "leftIfSo", anyOf(new IsNot("leavingAnswer", "stays"))),
            before("sends:acse.referralWithdrawn", "withdrawnByTwo", anyOf(new Answered("leavingAnswer", OTHERS))),
            before("sends:acse.referralWithdrawn", "withdrawnIfSo", anyOf(new IsNot("leavingAnswer", "stays"))),
            before(
                    "sends:acse.sheDisappeared",
                    "lookedFor",
                    anyOf(new Done("recordTraceDelegate"), new IsNot("leavingKind", "disappeared"))),
            before("sends:acse.sheDisappeared", "goneByTwo", anyOf(new Answered("leavingAnswer", OTHERS))),
            before("sends:acse.sheDisappeared", "goneIfSo", anyOf(new IsNot("leavingAnswer", "stays"))),
            before(
                    "sends:acse.sheWasExcluded",
                    "excludedByTwo",
                    anyOf(new Answered("exclusionDecision", "coordination"))),
            before("sends:acse.sheWasExcluded", "excludedIfSo", anyOf(new Is("exclusionDecision", "ends"))),
            before("outcome:CHILD_PROTECTION", "minorOnlyIf", anyOf(new Is("eligibility", "childProtection"))),
            before("outcome:NOT_ELIGIBLE", "notEligibleOnlyIf", anyOf(new Is("eligibility", "notEligible"))),
            before("outcome:COMMITMENT_NOT_GIVEN", "notGivenOnlyIf", anyOf(new Is("commitmentFull", false))),
            // A refusal needs a second look by the coordination. The case of a minor ends only after child protection
            // has taken over the
            // minor.
            before("outcome:NOT_ELIGIBLE", "turnedAwayByTwo", anyOf(new Answered("secondLook", "coordination"))),
            before(
                    "outcome:COMMITMENT_NOT_GIVEN",
                    "notGivenByTwo",
                    anyOf(new Answered("commitmentLook", "coordination"))),
            before("outcome:CHILD_PROTECTION", "handedOver", anyOf(new Answered("protectionAnswer", OTHERS))),
            before("outcome:CHILD_PROTECTION", "handedOverIfSo", anyOf(new Is("protectionAnswer", "takenOver"))),
            // A delegate that checks or records answers must run after the operator has given these answers.
            before("checkCommitmentDelegate", "clauses", anyOf(new Answered("clauseDistance", OPERATOR))),
            before("recordAssessmentDelegate", "assessed", anyOf(new Answered("ageAssessment", OPERATOR))),
            // The 48 hours count from the submission, so a case must not wait between the submission and the opened
            // request.
            never(
                    "waits",
                    Set.of("referral", "orientation"),
                    "clockLate",
                    anyOf(new Answered("urgency", OPERATOR)),
                    new Done("openRequestDelegate")),
            // A title is kept only after the software has compared it with the rule.
            before("keepTitleDelegate", "titleCompared", anyOf(new Done("compareTitleDelegate"))),
            // The allowance is handed over only once, after the software has granted it and finance has approved it.
            before(
                    "startAllowanceDelegate",
                    "allowanceArrived",
                    anyOf(new Is("transferOutcome", "arrived")),
                    NEW_SEARCH),
            before("recordHandOverDelegate", "granted", anyOf(new Is("allowanceGranted", true)), HANDED_OVER),
            before(
                    "recordHandOverDelegate",
                    "approvedByFinance",
                    anyOf(new Answered("approval", "finance")),
                    HANDED_OVER),
            before(
                    "recordHandOverDelegate",
                    "approvalRecorded",
                    anyOf(new Done("recordAllowanceApprovalDelegate")),
                    HANDED_OVER),
            before("recordHandOverDelegate", "approved", anyOf(new Is("approval", "approved")), HANDED_OVER),
            before(
                    "recordHandOverDelegate",
                    "handedOverByShelter",
                    anyOf(new Answered("handOver", SHELTER)),
                    HANDED_OVER),
            // A claim is paid after the coordination and finance have checked it. A line of a payment is settled after
            // finance has released
            // it.
            before(
                    "orderPaymentDelegate",
                    "claimChecked",
                    anyOf(new Answered("claimCheck", "coordination")),
                    NEW_CLAIM,
                    ORDERED),
            before(
                    "orderPaymentDelegate",
                    "claimCorrect",
                    anyOf(new Is("claimCheck", "correct"), new Is("claimCheck", "acceptedOnly")),
                    NEW_CLAIM,
                    ORDERED),
            before(
                    "orderPaymentDelegate",
                    "excessDecided",
                    anyOf(new Is("overCeiling", false), new Done("decideOnExcessDelegate")),
                    NEW_CLAIM,
                    ORDERED),
            before("orderPaymentDelegate", "checkRecorded", anyOf(new Done("recordCheckDelegate")), NEW_CLAIM, ORDERED),
            before(
                    "orderPaymentDelegate",
                    "claimApproved",
                    anyOf(new Answered("approval", "finance")),
                    NEW_CLAIM,
                    ORDERED),
            before("settleLineDelegate", "releaseAnswered", anyOf(new Answered("release", "finance"))),
            before("settleLineDelegate", "releaseRecorded", anyOf(new Done("recordReleaseDelegate"))),
            before("settleLineDelegate", "released", anyOf(new Is("release", "released"))),
            before("orderPayBackDelegate", "advanceConfirmed", anyOf(new Answered("advanceIs", "coordination"))),
            before("orderPayBackDelegate", "advanceRecorded", anyOf(new Done("recordAdvanceDelegate"))),
            before("recordNotPaidBackDelegate", "notPaidBackByTwo", anyOf(new Answered("notPaidBack", "coordination"))),
            in(
                    "pay-back",
                    before(
                            "ends",
                            "settled",
                            anyOf(new Done("recordNotPaidBackDelegate"), new HeardIn("pay-back", "acse.paidBack")))),
            in(
                    "pay-back",
                    before(
                            "ends",
                            "settledIfSo",
                            anyOf(new Is("notPaidBack", "yes"), new HeardIn("pay-back", "acse.paidBack")))),
            // An organisation or a shelter enters the directory only after the coordination has approved it.
            before("enterOrganisationDelegate", "calledBack", anyOf(new Is("callBack", "confirmed"))),
            before(
                    "enterOrganisationDelegate",
                    "organisationApproved",
                    anyOf(new Answered("approval", "coordination"))),
            before("enterShelterDelegate", "shelterApproved", anyOf(new Answered("approval", "coordination"))),
            // Offers and holds must be closed before an orientation ends, and before a new search for shelters begins.
            never(
                    "ends",
                    ORIENTATION,
                    "offersLeft",
                    anyOf(new Done("openOffersDelegate")),
                    new Done("closeOffersDelegate")),
            never(
                    "findSheltersDelegate",
                    Set.of(),
                    "offersOpen",
                    anyOf(new Done("openOffersDelegate")),
                    new Done("closeOffersDelegate")),
            never("ends", ORIENTATION, "holdLeft", anyOf(new Is("placeHeld", true)), HOLD_ENDS),
            never("findSheltersDelegate", Set.of(), "holdOpen", anyOf(new Is("placeHeld", true)), HOLD_ENDS),
            never(
                    "rests",
                    Set.of("orientation", "agree-arrival"),
                    "holdDue",
                    anyOf(new Due("holdExpiresAt")),
                    new Done("expireHoldDelegate")),
            never("rests", ORIENTATION, "offerDue", anyOf(new Due("offerExpiresAt")), new Done("expireOfferDelegate")),
            never(
                    "rests",
                    ORIENTATION,
                    "acceptanceBack",
                    anyOf(new HeardIn("orientation", "acse.acceptanceWithdrawn")),
                    new Done("withdrawAcceptanceDelegate")),
            never(
                    "ends",
                    ORIENTATION,
                    "unanswered",
                    anyOf(new Done("openRequestDelegate")),
                    new Done("recordAnswerDelegate")));

    private final Known known;
    private final Cache<List<Object>, List<Finding>> proven;

    /** @param proven cache of earlier findings; each key contains everything that the findings depend on */
    Promises(Known known, Cache<List<Object>, List<Finding>> proven) {
        this.known = known;
        this.proven = proven;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        Choices choices = new Choices(set, known);
        return ALL.stream().flatMap(promise -> {
            boolean holdsAnyhow = promise.holds()
                    && found(new Paths(set, known, choices, promise, true)).isEmpty();
            return holdsAnyhow ? Stream.empty() : found(new Paths(set, known, choices, promise, false)).stream();
        });
    }

    private List<Finding> found(Paths paths) {
        return proven.get(paths.whatMatters(), any -> paths.findings());
    }
}
