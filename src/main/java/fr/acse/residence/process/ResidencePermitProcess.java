package fr.acse.residence.process;

import com.google.re2j.Pattern;
import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code residence-permit.bpmn}: one permit track. */
@Component
class ResidencePermitProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("residence-permit")
            .startedBy(Groups.OPERATORS, Groups.SHELTERS)
            .with(PermitVariables.OF_TITLE)
            .with(PermitVariables.DECISION, PermitVariables.FILING, PermitVariables.NEXT_ROUTE)
            .withOutcomes("noneNeeded", "lastingTitle", "groundGone", "refused", "stopped", "stoppedBeforeApplying")
            .withNewOutcomes(Pattern.compile("[a-z][A-Za-z]{2,39}"));

    static final String ID = "residence-permit";
    static final String COMPLAINT_FILED = CONTRACT.message("acse.complaintFiled");
    static final String TRACK_BEGINS = CONTRACT.message("acse.trackBegins");
    static final String TITLE_CHANGED = CONTRACT.message("acse.titleChanged");

    static final Variable<String> COMPLAINT = CONTRACT.code("complaint");
    static final Variable<String> PATHWAY = CONTRACT.code("pathway");
    static final Variable<String> FOLLOWED_BY = CONTRACT.code("followedBy");
    static final Variable<String> ORGANISATION_CODE = CONTRACT.code("organisationCode");

    /** The state of the AFIS allowance: asked for, granted or not. */
    static final Variable<String> AFIS = CONTRACT.code("afis");

    /** The answer of the follower how the track continues with the title. */
    static final Variable<String> TITLE_GOES_ON = CONTRACT.code("titleGoesOn");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
