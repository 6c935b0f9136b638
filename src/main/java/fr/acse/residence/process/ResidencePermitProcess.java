package fr.acse.residence.process;

import com.google.re2j.Pattern;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code residence-permit.bpmn}: one track. */
@Component
class ResidencePermitProcess implements ProcessContract {

    static final String ID = "residence-permit";
    static final String COMPLAINT_FILED = "acse.complaintFiled";
    static final String TRACK_BEGINS = "acse.trackBegins";
    static final String TITLE_CHANGED = "acse.titleChanged";

    private static final Pattern NEW_OUTCOME = Pattern.compile("[a-z][A-Za-z]{2,39}");
    private static final Set<String> OUTCOMES =
            Set.of("noneNeeded", "lastingTitle", "groundGone", "refused", "stopped", "stoppedBeforeApplying");

    static final Variable<String> COMPLAINT = Variable.code("complaint");
    static final Variable<String> PATHWAY = Variable.code("pathway");
    static final Variable<String> FOLLOWED_BY = Variable.code("followedBy");
    static final Variable<String> ORGANISATION_CODE = Variable.code("organisationCode");

    /** Whether she gets the AFIS allowance. */
    static final Variable<String> AFIS = Variable.code("afis");

    /** How a title goes on when its holder is asked. */
    static final Variable<String> TITLE_GOES_ON = Variable.code("titleGoesOn");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                PermitVariables.ofTitle(),
                PermitVariables.DECISION,
                PermitVariables.FILING,
                PermitVariables.NEXT_ROUTE,
                COMPLAINT,
                PATHWAY,
                AFIS,
                FOLLOWED_BY,
                ORGANISATION_CODE,
                TITLE_GOES_ON);
    }

    @Override
    public Set<String> messages() {
        return Set.of(COMPLAINT_FILED, TRACK_BEGINS, TITLE_CHANGED);
    }

    @Override
    public Optional<Pattern> newOutcomes() {
        return Optional.of(NEW_OUTCOME);
    }

    @Override
    public Set<String> outcomes() {
        return OUTCOMES;
    }
}
