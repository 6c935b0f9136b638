package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.platform.door.Doors.Door;
import fr.acse.platform.identity.Roles;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the lines of {@code doors.txt} have in common: one that is wider than its neighbours is a decision of its own. */
class DoorsTest {

    private final Doors doors = new Doors(new Roles());

    @Test
    void cockpitIsForSupervisorsAndAnalysts() {
        assertThat(whoAt(path -> path.startsWith("/camunda/api/cockpit/"))).containsOnly("supervisors", "analysts");
    }

    @Test
    void peopleAndTheirGroupsAreSeenByAllAndNothingElse() {
        assertThat(doors.all().stream()
                        .filter(door -> door.who().contains("all"))
                        .map(door -> door.path().getPatternString())
                        .distinct())
                .allMatch(path -> path.matches(
                        "/(user|group|tenant|identity|authorization)(/.*)?|/version|/camunda/api/acse/me"));
    }

    @Test
    void nobodyGetsInWithoutALoginExceptToLogIn() {
        assertThat(doors.all().stream()
                        .filter(Door::isForHalfway)
                        .map(door -> door.path().getPatternString())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "/engine",
                        "/camunda/api/admin/auth/user/{engine}",
                        "/camunda/api/admin/auth/user/{engine}/login/{app}",
                        "/camunda/api/admin/auth/user/{engine}/logout",
                        "/acse/second-factor",
                        "/acse/invitation",
                        "/acse/invitation/look");
    }

    @Test
    void readersAreSeenBySupervisorsAndMoneyByFinance() {
        assertThat(whoAt(path -> path.matches("/camunda/api/acse/reads(/csv)?")))
                .containsOnly("supervisors");
        assertThat(whoAt(path -> path.startsWith("/camunda/api/acse/payment-runs")))
                .containsOnly("finance");
        assertThat(whoAt(path -> path.startsWith("/camunda/api/acse/copy-"))).containsOnly("coordination", "operators");
    }

    private Set<String> whoAt(Predicate<String> path) {
        return doors.all().stream()
                .filter(door -> path.test(door.path().getPatternString()))
                .map(Door::who)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
