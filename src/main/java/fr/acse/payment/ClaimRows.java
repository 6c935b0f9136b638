package fr.acse.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The lines of a claim as users type and read them, sealed in the case file: receipts and reasons may identify the woman. */
@Component
@RequiredArgsConstructor
public class ClaimRows {

    /** Field of the lines as the association typed them, with the findings of the coordination. */
    public static final String LINES = "sealed_claimLines";

    /** Field of the copy of the lines in which the coordination writes its findings. */
    public static final String CHECKS = "sealed_claimChecks";

    /**
     * @param ceiling in euros, or null if the line has no ceiling
     * @param finding code of the finding of the coordination, or null
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Row(
            String costKind,
            String spentOn,
            BigDecimal euros,
            String traveller,
            String receipt,
            String overReason,
            String ceiling,
            String finding) {

        public Row with(String limit) {
            return new Row(costKind, spentOn, euros, traveller, receipt, overReason, limit, null);
        }

        public Row found(String what) {
            return new Row(costKind, spentOn, euros, traveller, receipt, overReason, ceiling, what);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseFileService files;

    public List<Row> read(CaseReference reference, String field) {
        return files.readForRule(reference, field)
                .map(json -> {
                    try {
                        return JSON.readValue(json, new TypeReference<List<Row>>() {});
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("The rows of a claim cannot be read", e);
                    }
                })
                .orElse(List.of());
    }

    public void keep(CaseReference reference, String field, List<Row> rows, Login person) {
        try {
            files.seal(reference, Map.of(field, JSON.writeValueAsString(rows)), person);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
