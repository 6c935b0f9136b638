package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import fr.acse.platform.cover.SecretGroups;
import fr.acse.platform.identity.People;
import org.springframework.stereotype.Component;

/** Which groups are those of shelters. */
@Component
class ShelterGroups implements SecretGroups {

    private final ShelterService shelters;

    ShelterGroups(ShelterService shelters) {
        this.shelters = shelters;
    }

    @Override
    public boolean isSecret(String group) {
        return group.equals("shelters")
                || group.startsWith(People.ORGANISATION)
                        && group.length() > People.ORGANISATION.length()
                        && shelters.find(new ShelterCode(group.substring(People.ORGANISATION.length())))
                                .isPresent();
    }
}
