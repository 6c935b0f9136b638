package fr.acse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.acse.FilledForm;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.deadline.process.StuckJobWatch;
import fr.acse.platform.cover.Cover;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Invitations;
import fr.acse.platform.rights.Staff;
import fr.acse.platform.start.Command;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Real mails at a real server: who gets which, in which language, and what they never say. */
@ProcessTest
class NoticeTest {

    private static final Map<Audience.Role, Locale> LANGUAGES = Map.of(
            Audience.Role.COORDINATION, Locale.FRENCH,
            Audience.Role.SUPERVISORS, Locale.ENGLISH,
            Audience.Role.OPERATORS, Locale.FRENCH,
            Audience.Role.SHELTERS, Locale.ENGLISH);

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Network network;

    @Autowired
    List<Command> commands;

    @Autowired
    Invitations invitations;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    WaitingNotices waiting;

    @Autowired
    StuckJobWatch stuck;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ZoneId zone;

    @Autowired
    Cover cover;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void nothingWaitsFromBefore() {
        jdbc.update("delete from notice");
    }

    @Test
    void everyEventReachesItsPeopleInTheirLanguageAndSaysNeitherWhoNorWhere() throws Exception {
        allThatCanHappen();
        post(server()).send();

        List<String> missing = new ArrayList<>();
        for (Event event : EnumSet.allOf(Event.class)) {
            if (received(event).isEmpty()) {
                missing.add(event.name());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(to("supervisor@acse.example"))
                .contains("Late: 48 hours without an answer", "Alarm: no news of a journey");
        assertThat(to("coordinator2@acse.example"))
                .contains("En retard : 48 heures sans réponse", "Nouvelle demande d'orientation");
        assertThat(to("operator@acse.example")).contains("Réponse : il y a une place", "La réservation a pris fin");
        assertThat(to("shelter@acse.example")).contains("Can you take somebody in?", "An offer has expired");
        assertThat(to("operator2@acse.example")).isEmpty();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            String text = GreenMailUtil.getWholeMessage(mail) + mail.getSubject() + mail.getContent();
            assertThat(text).doesNotContain(FilledForm.CANARY, "null").doesNotContainPattern("\\bs(0[1-9]|1[0-2])\\b");
            assertThat(secrets()).noneMatch(text::contains);
            assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
        }
    }

    @Test
    void whatHappensToManyCasesAtOnceIsOneMail() throws Exception {
        List<CaseReference> cases =
                Stream.generate(() -> CaseReference.random("ACSE")).limit(50).toList();
        transaction.executeWithoutResult(status -> cases.forEach(each -> waiting.save(
                new Notice(Audience.supervisors(), Event.REQUEST_LATE, each, clock.instant(), clock.instant()))));

        post(server()).send();

        MimeMessage[] mails = SERVER.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("Late: 48 hours without an answer (50 cases)");
        assertThat(mails[0].getContent().toString())
                .contains(cases.get(0) + "  ", cases.get(19) + "  ", "and 30 more")
                .doesNotContain(cases.get(20).value());
    }

    @Test
    void aMailServerThatIsAwayDelaysMailsAndLosesNone() throws Exception {
        network.requested();
        JavaMailSenderImpl nowhere = server();
        nowhere.setPort(1);
        post(nowhere).send();
        assertThat(waiting.countWaiting()).isEqualTo(1);
        post(server()).send();
        assertThat(SERVER.getReceivedMessages()).as("not before half a minute").isEmpty();

        jdbc.update("update notice set next_at = next_at - interval '30 seconds'");
        post(server()).send();

        assertThat(waiting.countWaiting()).isZero();
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whereNobodyHasAnAddressNothingIsTriedAgain() {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        jdbc.update("delete from notice");
        network.ask(reference, "s05");

        post(server()).send();

        assertThat(waiting.countWaiting()).isZero();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void oneBadAddressKeepsNobodyElseFromTheMailsAndNobodyGetsThemTwice() throws Exception {
        String address = "no address at all";
        setAddress("coordinator2", address);
        try {
            network.requested();
            post(server()).send();
            assertThat(to("coordinator@acse.example")).hasSize(1);
            assertThat(waiting.countWaiting()).isZero();

            address = "dead@acse.example";
            setAddress("coordinator2", address);
            network.requested();
            for (int day = 0; day < 4; day++) {
                post(refusing(address)).send();
                assertThat(waiting.countWaiting()).isEqualTo(1);
                jdbc.update("update notice set next_at = now() where sent_at is null");
            }
            assertThat(to("coordinator@acse.example")).hasSize(2);

            jdbc.update("update notice set made_at = made_at - interval '3 days' where sent_at is null");
            post(refusing(address)).send();
            assertThat(waiting.countWaiting()).as("given up after three days").isZero();
        } finally {
            setAddress("coordinator2", "coordinator2@acse.example");
        }
    }

    private void setAddress(String person, String address) {
        jdbc.update("update act_id_user set email_ = ? where id_ = ?", address, person);
    }

    /** A server that refuses one recipient, as servers do with a mailbox that does not exist. */
    private static JavaMailSenderImpl refusing(String address) {
        JavaMailSenderImpl server = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] mails, Object[] originals) {
                List<MimeMessage> others = new ArrayList<>();
                Map<Object, Exception> failed = new HashMap<>();
                for (MimeMessage mail : mails) {
                    try {
                        if (mail.getAllRecipients()[0].toString().equals(address)) {
                            failed.put(mail, new SendFailedException("550 No such user here"));
                        } else {
                            others.add(mail);
                        }
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                }
                super.doSend(others.toArray(MimeMessage[]::new), null);
                if (!failed.isEmpty()) {
                    throw new MailSendException(failed);
                }
            }
        };
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        return server;
    }

    @Test
    void withoutAServerMailsAreFiles() throws Exception {
        network.requested();

        post(null).send();

        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            List<Path> mails = files.toList();
            assertThat(mails).hasSize(2).allSatisfy(file -> assertThat(file).hasExtension("eml"));
            assertThat(Files.readString(mails.get(0))).contains("Subject: ", "To: coordinator");
        }
    }

    @Test
    void everyEventHasWordsInEveryLanguage() {
        Set<String> english = ResourceBundle.getBundle("mails", Locale.ROOT).keySet();
        assertThat(ResourceBundle.getBundle("mails", Locale.FRENCH).getLocale()).isEqualTo(Locale.FRENCH);
        for (Event event : Event.values()) {
            assertThat(english).contains("mail." + event, "mail." + event + ".subject");
        }
        for (String key : english) {
            assertThat(ResourceBundle.getBundle("mails", Locale.FRENCH).getString(key))
                    .as(key)
                    .isNotEqualTo(ResourceBundle.getBundle("mails", Locale.ROOT).getString(key));
        }
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
                "update place set closed_reason = 'staff', closed_until = now() + interval '90 days' where shelter = 's01'");
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

    private void troubleOnTheWay() {
        String lost = network.agreed();
        network.plan(lost);
        network.complete(lost, "task_confirmDeparture", "operator");
        network.complete(lost, "task_confirmArrival", "operator", "escortReport", "lost");
        network.complete(lost, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");
        network.withdraw(lost);
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
        network.complete(rejected, "task_checkClaim", "coordinator", "claimCheck", "rejected");
        network.withdraw(rejected);
    }

    private void handedOver() {
        String task =
                network.task(network.openReferral(), "task_assessSituation").getId();
        Login manager = new Login("manager");
        network.as("manager", () -> hand(task, Cover.Way.GIVE, new Login("operator"), manager));
        network.as("manager", () -> hand(task, Cover.Way.TAKE_OVER, null, manager));
        network.as("manager", () -> hand(task, Cover.Way.BACK, null, manager));
        network.as("supervisor", () -> hand(task, Cover.Way.ALERT, null, new Login("supervisor")));
    }

    private boolean hand(String task, Cover.Way way, Login to, Login by) {
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

    private void allThatCanHappen() {
        String late = network.requested();
        network.pass(late, Duration.ofHours(48));
        network.ask(late, "s01", "s02");
        network.answerOffer(late, "shelter2");
        network.complete(late, "task_answerRequest", "coordinator", "lateReason", "notWorkedOn");
        network.complete(late, "task_readAnswer", "operator");
        network.pass(late, Duration.ofDays(5));
        network.report(late, "dangerRose", "operator");

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
        handedOver();
        telephoned();

        String unpaid = network.arrived();
        network.complete(unpaid, "task_submitClaim", "operator");
        network.complete(unpaid, "task_checkClaim", "coordinator", "claimCheck", "toCorrect");
        network.approveClaim(unpaid);
        network.pass(unpaid, Duration.ofDays(14));

        jdbc.update(
                "update act_ru_job set retries_ = 0 where process_instance_id_ in"
                        + " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)",
                network.requested());
        stuck.look();
        stuck.look();

        Task read = network.task(network.openReferral(), "task_assessSituation");
        String reader = network.staffReading(read, 300);
        assertThatThrownBy(() -> network.read(read, reader)).hasMessageContaining("reading is stopped");
        Command grant = commands.stream()
                .filter(command -> command.name().equals("grant"))
                .findFirst()
                .orElseThrow();
        assertThat(grant.run(List.of(reader, "finance")).well()).isTrue();

        staff.invite(
                new Staff.Person("newcomer", "Nadia", "Nouvelle", "newcomer@acse.example"),
                Set.of("operators", "org-harbour"),
                new Login("manager"));
    }

    @AfterEach
    void theNewcomerLeaves() {
        identity.deleteUser("newcomer");
        jdbc.update("delete from former_login where login = 'newcomer'");
    }

    private void decide(String reference, String decision, Object... more) {
        Object[] values = Stream.concat(Stream.of("withoutShelterDecision", decision), Stream.of(more))
                .toArray();
        network.complete(reference, "task_decideWithoutShelter", "coordinator", values);
    }

    /** Names and addresses of the people, organisations and shelters of the demo. */
    private static List<String> secrets() throws Exception {
        List<String> secrets = new ArrayList<>();
        try (var demo = NoticeTest.class.getResourceAsStream("/demo.json")) {
            var content = new com.fasterxml.jackson.databind.ObjectMapper().readTree(demo);
            for (String kind : List.of("organisations", "shelters")) {
                content.path(kind).forEach(each -> each.path("sealed").forEach(value -> secrets.add(value.asText())));
            }
            content.path("people")
                    .forEach(each -> secrets.add(each.path("lastName").asText()));
        }
        assertThat(secrets).hasSizeGreaterThan(30);
        return secrets;
    }

    private Post post(JavaMailSender server) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (server != null) {
            beans.addBean("server", server);
        }
        MailSettings settings = new MailSettings("ac.se@acse.example", "https://acse.example/", LANGUAGES);
        return new Post(
                waiting,
                new Letters(settings, invitations, zone),
                new Mailbox(beans.getBeanProvider(JavaMailSender.class), settings, folder),
                people,
                transaction,
                clock);
    }

    private static JavaMailSenderImpl server() {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        return server;
    }

    private static List<MimeMessage> received(Event event) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            for (Locale language : Set.of(Locale.ENGLISH, Locale.FRENCH)) {
                String subject = ResourceBundle.getBundle("mails", language)
                        .getString("mail." + event + ".subject")
                        .replace("''", "'");
                if (mail.getSubject().startsWith(subject)) {
                    found.add(mail);
                }
            }
        }
        return found;
    }

    private static List<String> to(String address) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                subjects.add(mail.getSubject().replaceAll(" \\([^)]*\\)$", "").replace('\u00a0', ' '));
            }
        }
        return subjects;
    }
}
