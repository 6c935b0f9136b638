package fr.acse.residence.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.residence.process.PermitVariables.*;
import static fr.acse.residence.process.ResidencePermitProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitRules;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import java.time.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a permit track. */
@Component
@ModelStep(
        name = "Open the permit track",
        does =
                "Opens a track for the association, the shelter in which she lives, or an association that follows or followed a track. Refused if an open track of the case has the same route.",
        reads = "permitRoute followedBy organisationCode",
        writes = "trackId followerGroup permitRules requestDueOn decision filing titleGoesOn complaint pathway")
record OpenPermitDelegate(
        TrackService tracks, Followers followers, PermitRules rules, CaseAccess access, CurrentPerson person, Days days)
        implements JavaDelegate {

    private static final Period FIRST_REQUEST = Period.ofMonths(1);

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        PermitTrack track = tracks.open(
                reference,
                ROUTE.find(execution),
                follower(execution, reference),
                Followers.isHome(FOLLOWED_BY.find(execution)));
        TRACK.set(execution, track.id());
        FOLLOWER_GROUP.set(execution, People.ORGANISATION + track.follower());
        RULES.set(execution, rules.set());
        REQUEST_DUE_ON.set(
                execution, days.now().atZone(days.zone()).plus(FIRST_REQUEST).toInstant());
        DECISION.set(execution, null);
        FILING.set(execution, null);
        TITLE_GOES_ON.set(execution, null);
        COMPLAINT.set(execution, null);
        PATHWAY.set(execution, null);
    }

    /** The follower of the track. If another process of the case starts the track, that process names the follower. */
    private String follower(DelegateExecution execution, CaseReference reference) {
        String begun = FOLLOWER_GROUP.find(execution);
        if (begun != null) {
            return begun.substring(People.ORGANISATION.length());
        }
        if (!person.isSystem()) {
            access.require(person.login(), reference, Relation.OPERATOR, Relation.HOLDER, Relation.FOLLOWER);
        }
        return followers.code(reference, FOLLOWED_BY.find(execution), ORGANISATION_CODE.find(execution));
    }
}
