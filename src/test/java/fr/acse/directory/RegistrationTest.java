package fr.acse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class RegistrationTest {

    @Autowired
    Network network;

    @Autowired
    Organisations organisations;

    @Autowired
    ShelterService shelters;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void anOrganisationIsCalledBackAndApprovedByASecondPerson() {
        String registration = registerOrganisation("newhope");
        network.complete(registration, "task_callBack", "coordinator");

        assertThatThrownBy(() -> network.complete(registration, "task_approveOrganisation", "coordinator"))
                .hasMessageContaining("A second person is needed");
        network.complete(registration, "task_approveOrganisation", "coordinator2");

        assertThat(network.ends(registration, "register-organisation")).containsExactly("end_registered");
        assertThat(organisations.existsById("newhope")).isTrue();
        assertThatThrownBy(() -> registerOrganisation("newhope")).hasMessageContaining("newhope belongs to another");
    }

    @Test
    void anOrganisationThatCannotBeCalledBackIsNotRegistered() {
        String registration = registerOrganisation("impostor");

        network.complete(registration, "task_callBack", "coordinator", "callBack", "notConfirmed");

        assertThat(network.ends(registration, "register-organisation")).containsExactly("end_notConfirmed");
        assertThat(organisations.existsById("impostor")).isFalse();
    }

    @Test
    void theSecondPersonMayRefuseAnOrganisation() {
        String registration = registerOrganisation("doubtful");
        network.complete(registration, "task_callBack", "coordinator");

        network.complete(registration, "task_approveOrganisation", "coordinator2", "approval", "refused");

        assertThat(network.ends(registration, "register-organisation")).containsExactly("end_notApproved");
        assertThat(organisations.existsById("doubtful")).isFalse();
    }

    @Test
    void aShelterIsRegisteredAndChangedByTwoPeople() {
        String registration = registerShelter("s77", 3);
        assertThatThrownBy(() -> network.complete(registration, "task_approveShelter", "coordinator"))
                .hasMessageContaining("A second person is needed");
        network.complete(registration, "task_approveShelter", "coordinator2");
        assertThat(network.ends(registration, "register-shelter")).containsExactly("end_registered");
        assertThat(placesInService("s77")).isEqualTo(3);

        network.complete(registerShelter("s77", 1), "task_approveShelter", "coordinator2");
        assertThat(placesInService("s77")).isEqualTo(1);
        network.complete(registerShelter("s77", 5), "task_approveShelter", "coordinator2");
        assertThat(placesInService("s77")).isEqualTo(5);
        jdbc.update("update place set in_service = false where shelter = 's77'");
    }

    @Test
    void aShelterCannotHaveFewerPlacesThanAreTaken() {
        network.proposed("childrenCount", 2);
        String change = network.start("register-shelter", "register-shelter", "coordinator", shelter("s01", "29", 2));

        assertThatThrownBy(() -> network.complete(change, "task_approveShelter", "coordinator2"))
                .hasMessageContaining("3 are taken");
    }

    @Test
    void theSecondPersonMayRefuseAShelter() {
        String registration = registerShelter("s78", 3);

        network.complete(registration, "task_approveShelter", "coordinator2", "approval", "refused");

        assertThat(network.ends(registration, "register-shelter")).containsExactly("end_notApproved");
        assertThat(shelters.find(new ShelterCode("s78"))).isEmpty();
    }

    private String registerOrganisation(String code) {
        return network.start("register-organisation", "register-organisation", "coordinator", "organisationCode", code);
    }

    private String registerShelter(String code, int places) {
        return network.start("register-shelter", "register-shelter", "coordinator", shelter(code, "75", places));
    }

    private static Object[] shelter(String code, String department, int places) {
        return new Object[] {"shelterCode", code, "departmentCode", department, "places", places};
    }

    private int placesInService(String shelter) {
        return jdbc.queryForObject(
                "select count(*) from place where shelter = ? and in_service", Integer.class, shelter);
    }
}
