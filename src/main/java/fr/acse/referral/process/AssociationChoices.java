package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.form.FormData;
import fr.acse.platform.form.StartValues;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The associations for which the coordination can open a case. Nobody else reads this list. */
@Component
record AssociationChoices(DirectoryService directory, People people, CurrentPerson person)
        implements FormData, StartValues {

    record Option(String label, String value) {}

    private static final String ASSOCIATIONS = "associations";

    @Override
    public Set<String> names() {
        return Set.of(ASSOCIATIONS);
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return offeredTo(person.login());
    }

    @Override
    public Map<String, Object> shown(String process, Login login) {
        return process.equals(ReferralProcess.CONTRACT.processId()) && isCoordination(login)
                ? Map.of(ASSOCIATIONS, offeredTo(login))
                : Map.of();
    }

    private List<Option> offeredTo(Login login) {
        return isCoordination(login)
                ? directory.codes().stream().map(code -> new Option(code, code)).toList()
                : List.of();
    }

    private boolean isCoordination(Login login) {
        return people.groupsOf(login).contains(Groups.COORDINATION);
    }
}
