package fr.acse.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.console.people.MeEndpoint.HeaderPage;
import fr.acse.platform.identity.Roles;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeaderPageTest {

    @Test
    void everyRoleThatHasTasksFindsThemInTheHeader() {
        assertThat(new Roles().with(Roles.Power.HAS_TASKS))
                .isNotEmpty()
                .allSatisfy(role -> assertThat(HeaderPage.of(Set.of(role))).contains(HeaderPage.TASKS));
    }
}
