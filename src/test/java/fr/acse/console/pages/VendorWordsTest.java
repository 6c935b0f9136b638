package fr.acse.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;

/** The vendor's texts with our words in place of some of them. */
class VendorWordsTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void eachOfOurWordsReplacesAWordThatTheVendorStillHas() throws IOException {
        for (var ours : Words.ofVendor().entrySet()) {
            JsonNode vendors = vendors(ours.getKey());
            ours.getValue().forEach((key, words) -> {
                assertThat(vendors.path("labels").path(key).asText())
                        .as("the vendor's text of %s in %s", key, ours.getKey())
                        .isNotEmpty()
                        .isNotEqualTo(words);
                assertThat(words).as(key).matches("[^<>]+");
            });
        }
    }

    @Test
    void theOtherTextsAreTheVendors() throws IOException {
        JsonNode served = new VendorWordsEndpoint(json).texts("tasklist").getBody();

        JsonNode vendors = vendors("tasklist");
        assertThat(served.path("labels").path("UNCLAIM_TASK").asText()).isEqualTo("Give back");
        assertThat(served.path("labels").path("CLAIM_TASK"))
                .isEqualTo(vendors.path("labels").path("CLAIM_TASK"));
        assertThat(served.path("dateLocales")).isEqualTo(vendors.path("dateLocales"));
        assertThat(served.path("labels").size())
                .isEqualTo(vendors.path("labels").size());
    }

    @Test
    void anApplicationThatTheVendorDoesNotHaveIsNotFound() throws IOException {
        assertThat(new VendorWordsEndpoint(json).texts("elsewhere").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private JsonNode vendors(String app) throws IOException {
        try (InputStream file = new ClassPathResource(
                        "META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json")
                .getInputStream()) {
            return json.readTree(file);
        }
    }
}
