package fr.acse.browser;

import fr.acse.CleanSlate;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.Spent;
import fr.acse.codes.Login;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** Short stories of the network. Together they open every form. */
class EveryStory {

    private static final Object[] ALONE = {"childrenCount", 0};

    private final JdbcTemplate jdbc;
    private final TaskService tasks;
    private final ManagementService management;
    private final Clock clock;
    private final Map<String, Consumer<Network>> stories = new LinkedHashMap<>();

    EveryStory(JdbcTemplate jdbc, TaskService tasks, ManagementService management, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.management = management;
        this.clock = clock;
        stories.put("a whole case", this::wholeCase);
        stories.put("the assessment", this::assessment);
        stories.put("no answer in time", this::late);
        stories.put("no shelter", this::noShelter);
        stories.put("the place is lost", this::placeLost);
        stories.put("before the journey", this::beforeTheJourney);
        stories.put("on the way", this::onTheWay);
        stories.put("who is who", this::sameName);
        stories.put("money", this::money);
        stories.put("the permit", this::permit);
        stories.put("other routes", this::otherRoutes);
        stories.put("in the shelter", this::inTheShelter);
        stories.put("she goes", this::sheGoes);
        stories.put("her data", this::herData);
        stories.put("corrections", this::corrections);
        stories.put("registrations", this::registrations);
        stories.put("the address may be known", this::breach);
        stories.put("readings", this::readings);
        stories.put("a title ends", this::lapse);
        stories.put("retention", this::retention);
    }

    /** The stories by name, each with free shelters before it. */
    Map<String, Consumer<Network>> all() {
        Map<String, Consumer<Network>> fresh = new LinkedHashMap<>();
        stories.forEach((name, story) -> fresh.put(name, network -> {
            CleanSlate.freeShelters(jdbc);
            story.accept(network);
        }));
        return fresh;
    }

    private void wholeCase(Network network) {
        String reference = network.arrived();
        network.report(reference, "dangerRose", "operator");
        network.complete(reference, "task_respondToDanger", "coordinator", "dangerResponse", "warned");
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "sealed_claimLines",
                Spent.on("train", "person", 84.5)
                        .and("taxi", "escort", 69.05, "overReason", "There was no train at night")
                        .rows());
        network.complete(
                reference, "task_checkClaim", "coordinator", "sealed_claimChecks", Spent.found("accepted", "accepted"));
        network.complete(reference, "task_allowExcess", "coordinator2");
        network.complete(reference, "task_approveClaim", "finance");
        network.payAllowance(reference);
        network.payWhatWaits();
        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");
        network.complete(reference, "task_followUp", "shelter");
    }

    private void assessment(Network network) {
        String notEligible = network.openReferral();
        network.complete(notEligible, "task_assessSituation", "operator", "distanceNeeded", "no");
        network.complete(notEligible, "task_lookAgain", "coordinator");
        String minor = network.openReferral();
        network.complete(minor, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.complete(minor, "task_handOverToProtection", "coordinator");
        String silent = network.openReferral();
        network.complete(silent, "task_assessSituation", "operator");
        network.complete(silent, "task_recordCommitment", "operator", "clauseSilence", "refused");
        network.complete(silent, "task_hearHer", "coordinator", "commitmentLook", "askAgain");
    }

    private void late(Network network) {
        String reference = network.requested(ALONE);
        network.pass(reference, Duration.ofHours(24));
        network.complete(reference, "task_seeToRequest", "coordinator");
        network.pass(reference, Duration.ofHours(24));
        network.complete(reference, "task_takeOverLateRequest", "supervisor");
    }

    private void noShelter(Network network) {
        String reference = network.requested(ALONE);
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "none");
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "refuse",
                "refusalMotive",
                "noCapacity");
        network.complete(reference, "task_readNoPlace", "operator");
        String telephoned = network.requested(ALONE);
        network.ask(telephoned, "s02");
        network.startFor(
                telephoned,
                "telephone-answer",
                "record-telephone-answer",
                "coordinator",
                "shelterCode",
                "s02",
                "offerAnswer",
                "withdrawn");
    }

    private void placeLost(Network network) {
        network.refusePlace(network.proposed(ALONE));
        network.takeBack(network.proposed(ALONE), "shelter");
        String asked = network.proposed(ALONE);
        network.complete(asked, "task_readAnswer", "operator");
        network.complete(asked, "task_agreeArrival", "operator");
        network.complete(asked, "task_confirmAgreement", "shelter");
        network.complete(
                asked,
                "task_holdInterview",
                "shelter",
                "interviewResult",
                "moreInformation",
                "sealed_interviewNote",
                "Does she smoke?");
        network.complete(asked, "task_tellMore", "operator");
    }

    private void beforeTheJourney(Network network) {
        String unknown = network.agreed(ALONE);
        network.plan(unknown, "arrivalExpectedAt", in(1));
        network.pass(unknown, Duration.ofMinutes(61));
        network.complete(unknown, "task_findDeparture", "coordinator", "departure", "left");

        String replaced = network.agreed(ALONE);
        network.plan(replaced);
        network.startFor(
                replaced,
                "replace-escort",
                "replace-escort",
                "operator",
                "replaceBy",
                "named",
                "escortColleague",
                "manager");
        network.complete(replaced, "task_confirmReplacement", "coordinator");

        String noShow = network.agreed(ALONE);
        network.plan(noShow);
        network.complete(noShow, "task_confirmDeparture", "operator", "departure", "noShow");
        network.giveUpAfterNoShow(noShow);
    }

    private void onTheWay(Network network) {
        String relayed = network.agreed(ALONE);
        network.plan(
                relayed,
                "stretches",
                "two",
                "arrivalExpectedAt",
                in(4),
                "change1At",
                in(1),
                "escortElsewhere1",
                "operator2");
        network.complete(relayed, "task_confirmDeparture", "operator");
        network.complete(relayed, "task_confirmArrival", "operator");
        network.complete(relayed, "task_takeOver", "operator2");

        String silent = departed(network);
        network.pass(silent, Duration.ofMinutes(181));
        network.complete(silent, "task_findOut", "coordinator", "silenceOutcome", "inTrouble");
        network.letReturn(silent);
        network.pass(silent, Duration.ofHours(25));
        network.complete(silent, "task_findReturn", "coordinator", "returnReport", "later", "newReturnAt", in(2));
        network.complete(silent, "task_confirmReturn", "operator");

        String atTheDoor = departed(network);
        network.complete(atTheDoor, "task_confirmArrival", "operator");
        network.pass(atTheDoor, Duration.ofMinutes(91));
        network.complete(atTheDoor, "task_askShelter", "coordinator");
    }

    private String departed(Network network) {
        String reference = network.agreed(ALONE);
        network.plan(reference, "arrivalExpectedAt", in(1));
        network.complete(reference, "task_confirmDeparture", "operator");
        return reference;
    }

    private void sameName(Network network) {
        String name = "One name " + UUID.randomUUID();
        network.payAllowance(arrivedAs(network, name));
        String second = arrivedAs(network, name);
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "unsure");
        network.complete(second, "task_lookAgainAtDouble", "coordinator2", "sameWoman", "same");
        network.startFor(second, "undo-link", "undo-link", "coordinator");
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        network.startFor(one, "keep-apart", "keep-apart", "coordinator", "otherReference", other);
        network.complete(one, "task_separate", "coordinator");
    }

    private static String arrivedAs(Network network, String name) {
        String reference = network.openReferral("sealed_lastName", name);
        network.complete(reference, "task_assessSituation", "operator", ALONE);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        return reference;
    }

    private void money(Network network) {
        String refused = network.arrived(ALONE);
        network.complete(refused, "task_approveAllowance", "finance", "approval", "refused");
        network.complete(refused, "task_askAgain", "coordinator", "askAgain", "no");
        String returned = network.arrived(ALONE);
        network.complete(returned, "task_approveAllowance", "finance");
        network.complete(returned, "task_handOverAllowance", "shelter", "handOver", "returned");
        network.complete(returned, "task_payAgain", "coordinator", "payAgain", "no");
        jdbc.update("delete from shelter_account");
        String advanced = advanced(network);
        network.complete(advanced, "task_confirmAdvance", "coordinator", "advanceIs", "shelterCash");
        network.complete(advanced, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        network.complete(advanced, "task_confirmAccount", "coordinator2");
        String ours = advanced(network);
        network.complete(ours, "task_confirmAdvance", "coordinator", "advanceIs", "networkMoney");
        network.complete(ours, "task_confirmNotPaidBack", "coordinator2");
    }

    private static String advanced(Network network) {
        String reference = network.arrived(ALONE);
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");
        return reference;
    }

    private void permit(Network network) {
        String refused = asked(network);
        network.complete(refused, "task_recordDecision", "operator", "decision", "refused");
        network.complete(refused, "task_decideAppeal", "operator");
        network.complete(refused, "task_recordJudgment", "operator");
        String granted = asked(network);
        network.complete(
                granted,
                "task_recordDecision",
                "operator",
                "titleFrom",
                network.today().toString(),
                "titleUntil",
                network.today().plusYears(3).toString());
        network.complete(granted, "task_checkDates", "operator", "datesAre", "asPrinted");
        network.complete(granted, "task_followTitle", "operator", "titleGoesOn", "renewNow");
        network.startFor(
                granted,
                "permit-news",
                "permit-news",
                "operator",
                "permitRoute",
                "complaint",
                "newsKind",
                "acquitted",
                "newsOn",
                network.today().minusDays(1).toString());
        network.complete(granted, "task_reviewRoutes", "operator", "otherRoute", "none");
    }

    private static String asked(Network network) {
        String reference = network.arrived(ALONE);
        network.complete(reference, "task_chooseRoute", "operator");
        network.complete(reference, "task_recordComplaint", "operator");
        network.complete(reference, "task_fileRequest", "operator");
        return reference;
    }

    private void otherRoutes(Network network) {
        String reference = network.arrived("childrenCount", 0, "permitNeed", "notNeeded");
        network.startFor(reference, "residence-permit", "start-permit", "operator", "permitRoute", "exitPathway");
        network.complete(reference, "task_recordPathway", "operator", "pathway", "authorised", "afis", "asked");
        network.complete(reference, "task_recordAfis", "operator", "afisAnswer", "granted");
    }

    private void inTheShelter(Network network) {
        String reference = network.arrived("childrenCount", 2, "babyCount", 0, "oldestChildAge", 9);
        network.startFor(reference, "health-emergency", "report-emergency", "shelter");
        network.complete(reference, "task_followEmergency", "operator");
        household(network, reference, "leaves", 1);
        network.complete(reference, "task_confirmFewer", "coordinator");
        jdbc.update("update place set closed_reason = 'staff', closed_until = now() + interval '90 days'"
                + " where shelter = 's01'");
        household(network, reference, "joins", 2);
        network.complete(reference, "task_findRoom", "coordinator", "room", "elsewhere");
    }

    private static void household(Network network, String reference, String change, int children) {
        network.startFor(
                reference,
                "household-change",
                "change-household",
                "shelter",
                "householdChange",
                change,
                "childrenCount",
                children,
                "babyCount",
                0,
                "oldestChildAge",
                9);
    }

    private void sheGoes(Network network) {
        String excluded = network.arrived(ALONE);
        network.startFor(excluded, "leaving", "propose-leaving", "shelter", "leavingKind", "exclusion");
        network.complete(excluded, "task_decideExclusion", "coordinator", "exclusionDecision", "warning");
        String missing = network.arrived(ALONE);
        network.startFor(missing, "leaving", "propose-leaving", "shelter", "leavingKind", "disappeared");
        network.complete(missing, "task_traceWoman", "operator");
        network.leave(network.arrived(ALONE), "shelter");
    }

    private void herData(Network network) {
        String reference = network.agreed(ALONE);
        network.startFor(reference, "her-request", "record-her-request", "operator", "rightKind", "access");
        network.complete(reference, "task_prepareCopy", "coordinator");
        network.complete(reference, "task_readCopy", "coordinator2");
        network.complete(reference, "task_handOverCopy", "operator");
        network.startFor(reference, "her-request", "record-her-request", "operator", "rightKind", "objection");
        network.complete(reference, "task_decideHerRequest", "coordinator");
    }

    private void corrections(Network network) {
        String reference = network.requested(ALONE);
        network.startFor(reference, "correct-case", "correct-case", "operator", "childrenCount", 0);
    }

    private void registrations(Network network) {
        String association = network.start(
                "register-organisation", "register-organisation", "coordinator", "organisationCode", "newhope");
        network.complete(association, "task_callBack", "coordinator");
        network.complete(association, "task_approveOrganisation", "coordinator2");
        String shelter = network.start(
                "register-shelter",
                "register-shelter",
                "coordinator",
                "shelterCode",
                "s90",
                "departmentCode",
                "35",
                "places",
                3,
                "languages",
                "[\"fr\",\"es\"]");
        network.complete(shelter, "task_approveShelter", "coordinator2");
        network.start("close-places", "close-places", "shelter", "shelterCode", "s01");
    }

    private void breach(Network network) {
        String reference = network.arrived(ALONE);
        network.report(reference, "confidentialityBreached", "shelter");
        network.complete(reference, "task_notifyAuthority", "coordinator");
        network.complete(reference, "task_handleBreach", "coordinator", "addressDecision", "kept");
        network.completeTask(network.tasks(reference, "task_decideForResident").get(0), "coordinator");
    }

    private void readings(Network network) {
        Task read = network.task(network.openReferral(), "task_assessSituation");
        String reader = network.staffReading(read, 300);
        try {
            network.read(read, reader);
        } catch (RuntimeException stopped) {
            Task question = tasks.createTaskQuery()
                    .taskDefinitionKey("task_decideOnReading")
                    .initializeFormKeys()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, 1)
                    .get(0);
            network.completeTask(question, "supervisor");
            return;
        }
        throw new AssertionError(new Login(reader) + " was not stopped");
    }

    private void lapse(Network network) {
        String reference = asked(network);
        network.complete(reference, "task_recordDecision", "operator");
        network.pass(reference, Duration.ofDays(300));
        network.complete(reference, "task_fileRequest", "operator", "receiptGiven", "no");
        network.pass(reference, Duration.ofDays(66));
        network.complete(reference, "task_preventLapse", "supervisor");
    }

    private void retention(Network network) {
        String minor = network.openReferral();
        network.complete(minor, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.complete(minor, "task_handOverToProtection", "coordinator");
        network.pass(minor, Duration.ofDays(735));
        Job night = management
                .createJobQuery()
                .processDefinitionKey("retention")
                .timers()
                .listPage(0, 1)
                .get(0);
        management.executeJob(night.getId());
        network.runDueJobsOf("retention");
        Task list = tasks.createTaskQuery()
                .taskDefinitionKey("task_readRetention")
                .initializeFormKeys()
                .listPage(0, 1)
                .get(0);
        network.completeTask(list, "supervisor");
    }

    private String in(int hours) {
        return clock.instant()
                .plus(hours, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
