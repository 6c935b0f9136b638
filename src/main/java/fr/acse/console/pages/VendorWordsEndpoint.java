package fr.acse.console.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the vendor's pages, with our words in place of some of them. Every user gets the same texts. */
@RestController
class VendorWordsEndpoint {

    private final Map<String, JsonNode> texts = new HashMap<>();

    VendorWordsEndpoint(ObjectMapper json) throws IOException {
        for (var ours : Words.ofVendor().entrySet()) {
            String file = "META-INF/resources/webjars/camunda/app/%s/locales/en.json".formatted(ours.getKey());
            try (InputStream vendors = new ClassPathResource(file).getInputStream()) {
                JsonNode read = json.readTree(vendors);
                ObjectNode labels = (ObjectNode) read.get("labels");
                ours.getValue().forEach(labels::put);
                texts.put(ours.getKey(), read);
            }
        }
    }

    @GetMapping("/camunda/app/{app:admin|cockpit|tasklist}/locales/en.json")
    public JsonNode texts(@PathVariable("app") String app) {
        return texts.get(app);
    }
}
