package fr.acse.herdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The prepared copy of the woman's data. She gets exactly the text that the second reader read, without later notes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class HerCopies {

    /** Name of the sealed field with the copy in the woman's case file. */
    static final String COPY = "sealed_copy";

    private final CopyMaker maker;
    private final CaseFileService files;
    private final ObjectMapper json;

    /** Makes the copy and seals it in the case file. */
    public void prepare(CaseReference reference, Login person) {
        files.seal(reference, Map.of(COPY, written(maker.of(reference, person))), person);
    }

    /** The copy as JSON. @throws Refusal if no copy was prepared */
    public byte[] json(CaseReference reference, Login person) {
        return read(reference, person).getBytes(StandardCharsets.UTF_8);
    }

    /** The copy as a PDF. @throws Refusal if no copy was prepared */
    public byte[] pdf(CaseReference reference, Login person) {
        try {
            return CopyPdf.of(json.readValue(read(reference, person), HerCopy.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The copy of " + reference + " cannot be read", e);
        }
    }

    private String read(CaseReference reference, Login person) {
        String copy = files.reveal(reference, List.of(COPY), person, "copy").get(COPY);
        Refusal.unless(copy != null, "noCopy");
        return copy;
    }

    private String written(HerCopy copy) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(copy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The copy of " + copy.reference() + " cannot be written", e);
        }
    }
}
