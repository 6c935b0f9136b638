package fr.acse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.ShelterCode;
import fr.acse.deadline.process.StuckJobWatch;
import fr.acse.platform.assignment.Assignments;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
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
    Days days;

    @Autowired
    Assignments cover;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DutyRoster roster;

    @Autowired
    PaceMail pace;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @BeforeEach
    void nothingWaitsFromBefore() {
        jdbc.update("delete from notice");
    }

    @Test
    void everyEventReachesItsPeopleInTheirLanguageAndSaysNeitherWhoNorWhere() throws Exception {
        new EverythingHappens(network, cover, stuck, commands, staff, roster, pace, jdbc, port).once();
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
            assertThat(text).doesNotContain(FormAnswers.CANARY, "null").doesNotContainPattern("\\bs(0[1-9]|1[0-2])\\b");
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
    void aMailAboutOneCaseLeadsToItsPageAndAMailAboutSeveralToTheTaskList() throws Exception {
        CaseReference one = CaseReference.random("ACSE");
        CaseReference run = CaseReference.random("PRUN");
        transaction.executeWithoutResult(status -> {
            waiting.save(new Notice(Audience.supervisors(), Event.REQUEST_LATE, one, clock.instant(), clock.instant()));
            waiting.save(new Notice(Audience.finance(), Event.PAYMENT_WAITS, run, clock.instant(), clock.instant()));
        });

        post(server()).send();

        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            texts.add(mail.getContent().toString());
        }
        assertThat(texts).filteredOn(text -> text.contains("/?case=" + one)).hasSize(1);
        assertThat(texts).filteredOn(text -> text.contains("?case=")).hasSize(1);
    }

    @Test
    void aLinkFromWhichNoAddressCanBeMadeIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new MailSettings("from@acse.example", "acse.example", Map.of()))
                .hasMessageContaining("ACSE_MAIL_LINK");
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
        transaction.executeWithoutResult(status -> waiting.save(new Notice(
                Audience.shelter(new ShelterCode("s05")), Event.HOLD_WARNING, null, clock.instant(), clock.instant())));

        post(server()).send();

        assertThat(waiting.countWaiting()).isZero();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void whereNobodyCanAnswerTheCoordinationIsAskedToTelephone() throws Exception {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        jdbc.update("delete from notice");
        network.ask(reference, "s05");

        post(server()).send();

        assertThat(received(Event.OFFER_TO_TELEPHONE)).isNotEmpty();
        assertThat(received(Event.OFFER_MADE)).isEmpty();
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
                jdbc.update("update notice set next_at = made_at where sent_at is null");
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

    @AfterEach
    void theNewcomerLeaves() {
        identity.deleteUser("newcomer");
        jdbc.update("delete from former_login where login = 'newcomer'");
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
                new Letters(settings, invitations, days),
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
