package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.PaymentRunService;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.CurrentPerson;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a payment run pays, for whoever releases it. */
@Component
class PayeesData implements FormData {

    private final PaymentRunService runs;
    private final CurrentPerson person;

    PayeesData(PaymentRunService runs, CurrentPerson person) {
        this.runs = runs;
        this.person = person;
    }

    @Override
    public Set<String> names() {
        return Set.of("payees");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return runs.payeesToRelease(reference, person.login());
    }
}
