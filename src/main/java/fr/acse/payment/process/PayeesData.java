package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.RunFiles;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.CurrentPerson;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The payees of a payment run for the person who releases the run. */
@Component
record PayeesData(RunFiles files, CurrentPerson person) implements FormData {

    @Override
    public Set<String> names() {
        return Set.of("payees");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return files.payeesToRelease(reference, person.login());
    }
}
