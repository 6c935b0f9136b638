package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.People;
import fr.acse.residence.TrackService;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever works for an organisation that follows a permit track of a case, or followed one. */
@Component
class FollowerParty implements CaseParties {

    private final TrackService tracks;
    private final People people;

    FollowerParty(TrackService tracks, People people) {
        this.tracks = tracks;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Relation> relations(Login person, CaseReference reference) {
        Set<String> hers = people.groupsOf(person).stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .map(group -> group.substring(People.ORGANISATION.length()))
                .collect(Collectors.toSet());
        return !hers.isEmpty() && tracks.isFollowed(reference, hers) ? Set.of(Relation.FOLLOWER) : Set.of();
    }
}
