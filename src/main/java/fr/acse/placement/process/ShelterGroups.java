package fr.acse.placement.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import fr.acse.platform.cover.SecretGroups;
import fr.acse.platform.identity.People;
import fr.acse.platform.rights.ShelterClosing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which groups are those of shelters, and what becomes of a shelter when its group is empty. */
@Component
class ShelterGroups implements SecretGroups, ShelterClosing {

    private final ShelterService shelters;

    ShelterGroups(ShelterService shelters) {
        this.shelters = shelters;
    }

    @Override
    public boolean isSecret(String group) {
        return group.equals("shelters") || shelter(group).isPresent();
    }

    @Override
    public void requireClosable(String group) {
        shelter(group).ifPresent(shelters::requireEmpty);
    }

    @Override
    public void close(String group, Login by) {
        shelter(group).ifPresent(shelter -> shelters.close(shelter, by));
    }

    private Optional<ShelterCode> shelter(String group) {
        return Optional.of(group)
                .filter(given -> given.startsWith(People.ORGANISATION))
                .map(given -> given.substring(People.ORGANISATION.length()))
                .filter(code -> !code.isEmpty())
                .map(ShelterCode::new)
                .filter(code -> shelters.find(code).isPresent());
    }
}
