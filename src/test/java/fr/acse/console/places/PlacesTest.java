package fr.acse.console.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The calendar of the places: what each is, when one is expected to be free, and who is still at a given-up address. */
@ProcessTest
class PlacesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @Test
    void aPlaceIsFreeHeldOrOccupiedAndExpectedToBeFreeWhenTheStayEndsAsPlanned() throws Exception {
        String held = network.proposed("childrenCount", 0, "babyCount", 0);
        assertThat(spot("coordinator", held).path("state").asText()).isEqualTo("HELD");
        assertThat(spot("coordinator", held).path("freeFrom").asText())
                .isEqualTo(network.today().plusDays(5).toString());

        String lives = network.agreed("childrenCount", 0, "babyCount", 0);
        network.travel(lives, "shelter");
        assertThat(spot("shelter", lives).path("state").asText()).isEqualTo("OCCUPIED");
        assertThat(spot("shelter", lives).path("freeFrom").asText())
                .as("the interview of the tests plans a month")
                .isEqualTo(network.today().plusMonths(1).toString());

        String leaves = network.today().plusDays(3).toString();
        network.start("leaving", "propose-leaving", "shelter", "caseReference", lives, "leavingDay", leaves);
        assertThat(spot("shelter", lives).path("freeFrom").asText()).isEqualTo(leaves);
    }

    @Test
    void aShelterSeesItsOwnPlacesAndTheCoordinationAll() throws Exception {
        assertThat(shelters("shelter")).containsOnly("s01");
        assertThat(shelters("coordinator")).contains("s01", "s02", "s03");
        assertThat(Door.web(port, "operator").call("GET", "own:/places", null).statusCode())
                .isEqualTo(403);
        assertThat(Door.web(port, "supervisor").call("GET", "own:/places", null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsStillAtAnAddressThatWasGivenUpIsListedUntilSheIsElsewhere() throws Exception {
        String lives = network.arrived("childrenCount", 0, "babyCount", 0);
        String awaited = network.agreed("childrenCount", 0, "babyCount", 0);
        network.report(lives, "confidentialityBreached", "shelter");
        network.complete(lives, "task_handleBreach", "coordinator", "addressDecision", "retired");

        JsonNode page = page("coordinator");
        assertThat(page.path("left").toString())
                .contains(
                        "{\"shelter\":\"s01\",\"reference\":\"" + lives + "\",\"lives\":true,\"elsewhere\":false",
                        awaited);
        assertThat(page.path("addresses").toString()).contains("s01");
        assertThat(page("shelter2").path("left")).isEmpty();
    }

    private JsonNode spot(String person, String reference) throws Exception {
        for (JsonNode spot : page(person).path("places")) {
            if (spot.path("reference").asText().equals(reference)) {
                return spot;
            }
        }
        throw new AssertionError("No place of " + reference);
    }

    private List<String> shelters(String person) throws Exception {
        List<String> all = new ArrayList<>();
        page(person).path("places").forEach(spot -> all.add(spot.path("shelter").asText()));
        return all;
    }

    private JsonNode page(String person) throws Exception {
        return JSON.readTree(
                Door.web(port, person).call("GET", "own:/places", null).body());
    }
}
