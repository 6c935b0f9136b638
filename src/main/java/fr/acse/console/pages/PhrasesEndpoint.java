package fr.acse.console.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.words.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the pages as a JavaScript module that the scripts import. Every user gets the same module. */
@RestController
class PhrasesEndpoint {

    private final String module;

    PhrasesEndpoint(ObjectMapper json) throws JsonProcessingException {
        module = "export default " + json.writeValueAsString(Words.ofPages()) + ";\n";
    }

    @GetMapping(path = "/camunda/app/acse/phrases.js", produces = "text/javascript;charset=UTF-8")
    public String phrases() {
        return module;
    }
}
