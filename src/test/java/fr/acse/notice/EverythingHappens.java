package fr.acse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.CleanSlate;
import fr.acse.Network;
import fr.acse.Spent;
import fr.acse.TestTime;
import fr.acse.codes.Login;
import fr.acse.deadline.process.StuckJobWatch;
import fr.acse.platform.assignment.Assignments;
import fr.acse.platform.door.Door;
import fr.acse.platform.rights.Staff;
import fr.acse.platform.start.Command;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases in which all that happens of which somebody is told. */
class EverythingHappens {

    private final Network network;
    private final Assignments cover;
    private final StuckJobWatch stuck;
    private final List<Command> commands;
    private final Staff staff;
    private final DutyRoster roster;
    private final PaceMail pace;
    private final JdbcTemplate jdbc;
    private final int port;

    EverythingHappens(
            Network network,
            Assignments cover,
            StuckJobWatch stuck,
            List<Command> commands,
            Staff staff,
            DutyRoster roster,
            PaceMail pace,
            JdbcTemplate jdbc,
            int port) {
        this.network = network;
        this.cover = cover;
        this.stuck = stuck;
        this.commands = commands;
        this.staff = staff;
        this.roster = roster;
        this.pace = pace;
        this.jdbc = jdbc;
        this.port = port;
    }

    void once() {
        String late = network.requested();
        network.pass(late, Duration.ofHours(48));
        network.ask(late, "s01", "s02");
        network.answerOffer(late, "shelter2");
        network.complete(late, "task_answerRequest", "coordinator", "lateReason", "notWorkedOn");
        network.complete(late, "task_readAnswer", "operator");
        network.pass(late, Duration.ofDays(5));
        network.report(late, "dangerRose", "operator");

        String own = network.requested("childrenCount", 0, "babyCount", 0);
        network.pass(own, Duration.ofHours(48));
        network.complete(own, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        network.complete(
                own, "task_chooseShelters", "supervisor", "askHow", "chosen", "chosenShelters", "[\"s01\",\"s04\"]");
        network.answerOffer(own, "shelter");

        String first = network.requested("childrenCount", 2, "babyCount", 0);
        String second = network.requested("childrenCount", 2, "babyCount", 0);
        network.ask(first, "s02");
        network.ask(second, "s02");
        network.answerOffer(first, "shelter2");
        network.answerOffer(second, "shelter2");
        network.complete(first, "task_answerRequest", "coordinator", "answerDecision", "searchFurther");

        String silent = network.requested();
        network.ask(silent, "s01");
        network.pass(silent, Duration.ofHours(13));
        decide(silent, "waitingList");
        String withdrawn = network.proposed();
        network.takeBack(withdrawn, "shelter");
        network.runDueJobsOf("waiting-list");

        String parked = network.requested("childrenCount", 12);
        decide(parked, "waitingList");
        network.start(
                "case-event",
                "report-event",
                "operator",
                "caseReference",
                parked,
                "eventKind",
                "parked",
                "parkedUntil",
                network.today().plusDays(1).toString());
        decide(network.requested("childrenCount", 12), "emergencyHousing", "emergencyDepartment", "38");
        decide(network.requested("childrenCount", 12), "refuse", "refusalMotive", "noCapacity");

        String withColleague = network.agreed();
        network.complete(
                withColleague, "task_planJourney", "operator", "escortIs", "colleague", "escortColleague", "manager");
        network.withdraw(withColleague);
        String travelling = network.agreed();
        network.plan(travelling);
        network.complete(travelling, "task_confirmDeparture", "operator");
        network.pass(travelling, Duration.ofHours(6));

        network.withdraw(travelling);
        troubleOnTheWay();
        moneyAndPermits();
        handedOver();
        telephoned();

        String unpaid = network.arrived();
        network.complete(unpaid, "task_submitClaim", "operator");
        network.complete(
                unpaid,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                "toCorrect",
                "sealed_claimChecks",
                Spent.found("noReceipt"));
        network.approveClaim(unpaid);
        network.complete(unpaid, "task_approveAllowance", "finance");
        network.complete(unpaid, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");
        network.pass(unpaid, Duration.ofDays(14));

        jdbc.update(
                "update act_ru_job set retries_ = 0 where process_instance_id_ in"
                        + " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)",
                network.requested());
        stuck.look();
        stuck.look();

        String opened = network.openReferral();
        Task read = network.task(opened, "task_assessSituation");
        String reader = network.staffReading(read, 300);
        assertThatThrownBy(() -> network.read(read, reader)).hasMessageContaining("reading is stopped");
        Command grant = commands.stream()
                .filter(command -> command.name().equals("grant"))
                .findFirst()
                .orElseThrow();
        assertThat(grant.run(List.of(reader, "finance")).well()).isTrue();
        network.read(read, "operator");
        readersAreNamed(opened);
        anAssociationCloses();
        dutiesAreTakenOver();
        pace.stopped();

        staff.invite(
                new Staff.Person("new.comer", "Nadia", "Nouvelle", "newcomer@acse.example"),
                Set.of("operators", "org-harbour"),
                new Login("manager"));
        staff.invite(
                new Staff.Person("lea.ver", "Lina", "Partie", "leaver@acse.example"),
                Set.of("operators", "org-harbour"),
                new Login("manager"));
        staff.disable(new Login("lea.ver"), new Login("manager"));
    }

    private void readersAreNamed(String reference) {
        Door.web(port, "supervisor").call("POST", "own:/reads/names", "{\"file\":\"" + reference + "\"}");
        String asked =
                jdbc.queryForObject("select id::text from reader_names where reference = ?", String.class, reference);
        Door.web(port, "coordinator").call("POST", "own:/reads/names/" + asked + "/agree", null);
    }

    private void anAssociationCloses() {
        jdbc.update("insert into act_id_group (id_, rev_, name_) values ('org-closing', 1, 'closing')");
        String last = network.staffOf("closing");
        Door.rest(port, "admin").call("DELETE", "/group/org-closing/members/" + last, null);
        String asked = jdbc.queryForObject("select id::text from right_request where login = ?", String.class, last);
        Door.web(port, "coordinator").call("POST", "own:/rights/" + asked + "/grant?closes=true", null);
        network.dismissStaffOf("closing");
        jdbc.update("delete from act_id_group where id_ = 'org-closing'");
    }

    private void dutiesAreTakenOver() {
        Login hers = new Login("coordinator2");
        Instant now = TestTime.now();
        roster.note("coordination", hers, "topic", now, now.plus(Duration.ofDays(2)), hers);
        roster.of("coordination").forEach(duty -> roster.cancel(duty.id(), "coordination", new Login("coordinator")));
    }

    private void sheThinksAndAMinorWaits() {
        String thinks = network.openReferral();
        network.complete(thinks, "task_assessSituation", "operator");
        network.pass(thinks, Duration.ofHours(49));
        String minor = network.openReferral();
        network.complete(minor, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.pass(minor, Duration.ofHours(25));
        network.start("her-request", "record-her-request", "operator", "caseReference", thinks);
        network.pass(thinks, Duration.ofDays(33));
    }

    private void sheGoes() {
        jdbc.update("update shelter set retired_at = null, frozen_at = null");
        String stays = network.arrived("childrenCount", 0, "babyCount", 0);
        network.start("leaving", "propose-leaving", "shelter", "caseReference", stays, "leavingKind", "exclusion");
        network.pass(stays, Duration.ofDays(5));
        network.complete(stays, "task_decideExclusion", "coordinator");
        network.start("health-emergency", "report-emergency", "shelter", "caseReference", stays);
        jdbc.update(
                "update place set closed_reason = 'staff', closed_until = ? where shelter = 's01'",
                Timestamp.from(TestTime.now().plus(Duration.ofDays(90))));
        network.start(
                "household-change",
                "change-household",
                "shelter",
                "caseReference",
                stays,
                "childrenCount",
                1,
                "babyCount",
                0,
                "oldestChildAge",
                3);
        jdbc.update("update place set closed_until = null, closed_reason = null where shelter = 's01'");
        network.start("leaving", "propose-leaving", "shelter", "caseReference", stays, "leavingKind", "disappeared");
        network.complete(stays, "task_traceWoman", "operator");
        String nextContact = network.today().plusDays(2).toString();
        network.start("leaving", "propose-leaving", "shelter", "caseReference", stays, "nextContactDay", nextContact);
        network.complete(stays, "task_confirmLeaving", "operator");
        network.pass(stays, Duration.ofDays(3));
    }

    private void addressesMayBeKnown() {
        network.agreed("childrenCount", 0, "babyCount", 0);
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.report(reference, "dangerRose", "operator");
        network.complete(reference, "task_respondToDanger", "coordinator");
        network.report(reference, "confidentialityBreached", "shelter");
        network.pass(reference, Duration.ofHours(49));
        network.complete(reference, "task_handleBreach", "coordinator", "addressDecision", "kept");
        network.report(reference, "confidentialityBreached", "shelter");
        network.start("leaving", "propose-leaving", "shelter", "caseReference", reference);
        network.complete(reference, "task_handleBreach", "coordinator", "addressDecision", "retired");
        jdbc.update("update shelter set retired_at = null, frozen_at = null");
        network.withdraw(reference);
    }

    private void onTheWay() {
        String reference = network.agreed("childrenCount", 0, "babyCount", 0);
        network.plan(reference);
        network.pass(reference, Duration.ofMinutes(61));
        String colleague = network.staffReading(network.task(reference, "task_confirmDeparture"), 0);
        network.start(
                "replace-escort",
                "replace-escort",
                "operator",
                "caseReference",
                reference,
                "replaceBy",
                "named",
                "escortColleague",
                colleague);
        network.complete(reference, "task_confirmReplacement", "coordinator");
        network.complete(reference, "task_findDeparture", "coordinator");
        network.pass(reference, Duration.ofHours(3));
        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "policeCalled");
        network.withdraw(reference);

        String noShow = network.agreed("childrenCount", 0, "babyCount", 0);
        network.plan(noShow);
        network.complete(noShow, "task_confirmDeparture", "operator", "departure", "noShow");
        network.complete(noShow, "task_traceNoShow", "operator", "trace", "notReached", "safetyAlert", "raised");
        network.withdraw(noShow);
    }

    private String arrivedAs(Object... named) {
        String reference = network.openReferral(named);
        network.complete(
                reference,
                "task_assessSituation",
                "operator",
                "permitNeed",
                "notNeeded",
                "childrenCount",
                0,
                "babyCount",
                0);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        return reference;
    }

    private void moneyAndPermits() {
        CleanSlate.freeShelters(jdbc);
        Object[] oneName = {"sealed_lastName", "One name " + System.nanoTime()};
        network.payAllowance(arrivedAs(oneName));
        String unsure = arrivedAs(oneName);
        network.complete(unsure, "task_decideDouble", "coordinator", "sameWoman", "unsure");
        network.pass(unsure, Duration.ofDays(8));
        String followed = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        network.startFor(followed, "residence-permit", "start-permit", "operator", "permitRoute", "otherTitle");
        network.startFor(
                followed,
                "permit-news",
                "permit-news",
                "operator",
                "permitRoute",
                "otherTitle",
                "newsKind",
                "followerChanged",
                "followedBy",
                "shelter");
        network.complete(
                followed,
                "task_fileRequest",
                "shelter",
                "titleUntil",
                network.today().plusDays(20).toString());
        network.complete(followed, "task_recordDecision", "shelter", "decision", "refused");
        network.startFor(followed, "residence-permit", "start-permit", "operator", "permitRoute", "exitPathway");
        network.complete(followed, "task_recordPathway", "operator", "pathway", "authorised", "afis", "asked");
        network.pass(followed, Duration.ofDays(90));
        CleanSlate.freeShelters(jdbc);
    }

    private void troubleOnTheWay() {
        String lost = network.agreed();
        network.plan(lost);
        network.complete(lost, "task_confirmDeparture", "operator");
        network.complete(lost, "task_confirmArrival", "operator", "escortReport", "lost");
        network.complete(lost, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");
        network.withdraw(lost);
        String back = network.agreed();
        network.plan(back);
        network.complete(back, "task_confirmDeparture", "operator");
        network.complete(back, "task_confirmArrival", "operator", "escortReport", "turnedBack");
        network.letReturn(back);
        network.complete(back, "task_confirmReturn", "operator");
        network.withdraw(back);
        String dayOver = network.agreed();
        network.pass(dayOver, Duration.ofHours(25));
        network.withdraw(dayOver);

        String trouble = network.agreed("childrenCount", 0, "babyCount", 0);
        network.plan(trouble);
        network.complete(trouble, "task_confirmDeparture", "operator", "departure", "escortMissing");
        network.plan(trouble);
        network.complete(trouble, "task_confirmDeparture", "operator", "departure", "noShow");
        network.pass(trouble, Duration.ofMinutes(16));
        network.report(trouble, "confidentialityBreached", "operator");
        network.withdraw(trouble);

        sheThinksAndAMinorWaits();
        sheGoes();
        onTheWay();
        addressesMayBeKnown();

        String danger = network.agreed("childrenCount", 0, "babyCount", 0);
        network.plan(danger);
        network.complete(danger, "task_confirmDeparture", "operator");
        network.complete(danger, "task_confirmArrival", "operator", "escortReport", "danger");
        network.withdraw(danger);

        String asked = network.requested("childrenCount", 0, "babyCount", 0);
        network.ask(asked, "s01");
        network.start(
                "correct-case", "correct-case", "operator", "caseReference", asked, "childrenCount", 0, "babyCount", 0);
        network.withdraw(asked);
        String date = network.proposed("childrenCount", 0, "babyCount", 0);
        network.complete(date, "task_readAnswer", "operator");
        network.complete(date, "task_agreeArrival", "operator");
        network.pass(date, Duration.ofHours(3));
        network.report(date, "arrivalChanged", "operator");
        network.withdraw(date);

        String rejected = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(rejected, "task_submitClaim", "operator");
        network.complete(
                rejected,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                "rejected",
                "sealed_claimChecks",
                Spent.found("noReceipt"));
        network.withdraw(rejected);
    }

    private void handedOver() {
        String task =
                network.task(network.openReferral(), "task_assessSituation").getId();
        Login manager = new Login("manager");
        network.as("manager", () -> hand(task, Assignments.Way.GIVE, new Login("operator"), manager));
        network.as("manager", () -> hand(task, Assignments.Way.TAKE_OVER, null, manager));
        network.as("manager", () -> hand(task, Assignments.Way.BACK, null, manager));
        network.as("supervisor", () -> hand(task, Assignments.Way.ALERT, null, new Login("supervisor")));
    }

    private boolean hand(String task, Assignments.Way way, Login to, Login by) {
        cover.hand(task, way, to, "absent", by);
        return true;
    }

    private void telephoned() {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        network.ask(reference, "s02");
        network.start(
                "telephone-answer",
                "record-telephone-answer",
                "coordinator",
                "caseReference",
                reference,
                "shelterCode",
                "s02",
                "offerAnswer",
                "withdrawn");
    }

    private void decide(String reference, String decision, Object... more) {
        Object[] values = Stream.concat(Stream.of("withoutShelterDecision", decision), Stream.of(more))
                .toArray();
        network.complete(reference, "task_decideWithoutShelter", "coordinator", values);
    }
}
