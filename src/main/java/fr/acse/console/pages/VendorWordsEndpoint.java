package fr.acse.console.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the vendor's pages, with our words in place of some of them. Every user gets the same texts. */
@RestController
class VendorWordsEndpoint {

    private static final List<String> APPLICATIONS = List.of("admin", "cockpit", "tasklist", "welcome");

    private final Map<String, JsonNode> texts = new HashMap<>();

    VendorWordsEndpoint(ObjectMapper json) throws IOException {
        Map<String, Map<String, String>> ours = Words.ofVendor();
        for (String app : APPLICATIONS) {
            String file = "META-INF/resources/webjars/camunda/app/%s/locales/en.json".formatted(app);
            try (InputStream vendors = new ClassPathResource(file).getInputStream()) {
                JsonNode read = json.readTree(vendors);
                ObjectNode labels = (ObjectNode) read.get("labels");
                ours.getOrDefault(app, Map.of()).forEach(labels::put);
                texts.put(app, read);
            }
        }
    }

    @GetMapping("/camunda/app/{app}/locales/en.json")
    public ResponseEntity<JsonNode> texts(@PathVariable("app") String app) {
        return ResponseEntity.of(Optional.ofNullable(texts.get(app)));
    }
}
