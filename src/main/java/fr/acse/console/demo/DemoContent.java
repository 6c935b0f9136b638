package fr.acse.console.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.placement.Criteria;
import fr.acse.placement.ShelterService;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.start.DemoProfile;
import fr.acse.platform.start.RehearsalProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the people, organisations and shelters of {@code demo.json} that are missing, for the demo and for rehearsals. */
@Component
@Profile({DemoProfile.NAME, RehearsalProfile.NAME})
class DemoContent {

    record Content(List<DemoPerson> people, List<DemoOrganisation> organisations, List<DemoShelter> shelters) {}

    record DemoPerson(String login, String firstName, String lastName, List<String> groups) {}

    record DemoOrganisation(String code, String kind, Map<String, String> sealed) {}

    record DemoShelter(
            ShelterCode code, String department, int places, Criteria criteria, Map<String, String> sealed) {}

    private static final Login PROPOSER = new Login("coordinator");
    private static final Login APPROVER = new Login("coordinator2");

    private final IdentityService identity;
    private final Accounts accounts;
    private final DirectoryService directory;
    private final ShelterService shelters;
    private final CaseFileService files;
    private final ObjectMapper json;
    private final boolean theyLogIn;

    DemoContent(
            IdentityService identity,
            Accounts accounts,
            DirectoryService directory,
            ShelterService shelters,
            CaseFileService files,
            ObjectMapper json,
            Environment environment) {
        this.identity = identity;
        this.accounts = accounts;
        this.directory = directory;
        this.shelters = shelters;
        this.files = files;
        this.json = json;
        // Nobody logs in during a rehearsal. Without passwords, the start needs no slow password hashing.
        this.theyLogIn = !environment.matchesProfiles(RehearsalProfile.NAME);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    void enter() throws IOException {
        Content content = json.readValue(new ClassPathResource("demo.json").getInputStream(), Content.class);
        content.organisations().forEach(this::enter);
        content.shelters().forEach(this::enter);
        content.people().forEach(this::enter);
    }

    private void enter(DemoOrganisation each) {
        if (directory.find(each.code()).isEmpty()) {
            CaseReference file = files.open("ORGA", PROPOSER);
            files.seal(file, each.sealed(), PROPOSER);
            directory.enter(each.code(), each.kind(), file, PROPOSER, APPROVER);
        }
    }

    private void enter(DemoShelter each) {
        if (shelters.find(each.code()).isEmpty()) {
            CaseReference file = files.open("SHEL", PROPOSER);
            files.seal(file, each.sealed(), PROPOSER);
            shelters.enter(each.code(), each.department(), each.places(), each.criteria(), file, PROPOSER, APPROVER);
        }
    }

    private void enter(DemoPerson each) {
        if (identity.createUserQuery().userId(each.login()).count() == 0) {
            User user = identity.newUser(each.login());
            user.setFirstName(each.firstName());
            user.setLastName(each.lastName());
            user.setPassword(theyLogIn ? each.login() : null);
            user.setEmail(each.login() + "@acse.example");
            // The demo passwords are public, so the password policy does not apply to them.
            accounts.save(user);
            each.groups().forEach(group -> identity.createMembership(each.login(), group));
        }
    }
}
