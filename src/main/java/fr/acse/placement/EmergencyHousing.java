package fr.acse.placement;

import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The emergency housing service (115) of each department. The network can keep a better address or a direct number in the file
 * {@code emergency-housing.csv} in the data folder. Each line of the file is {@code department;service;how it is reached}. The file is
 * read at each look-up.
 */
@Component
public class EmergencyHousing {

    /** @param reached telephone number or address */
    public record Service(String service, String reached) {}

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyHousing.class);

    private final Departments departments;
    private final Path known;

    EmergencyHousing(Departments departments, @Value("${acse.data-dir}") Path dataDir) {
        this.departments = departments;
        this.known = dataDir.resolve("emergency-housing.csv");
    }

    /** @param code code of the department */
    public Service of(String code) {
        Department department = departments.get(code);
        return known().getOrDefault(
                        code,
                        new Service(
                                Words.of("emergency.service", code, department.name()),
                                Words.of("emergency.reached", department.prefecture())));
    }

    private Map<String, Service> known() {
        if (!Files.exists(known)) {
            return Map.of();
        }
        try (var lines = Files.lines(known)) {
            return lines.map(line -> List.of(line.split(";", 3)))
                    .filter(cells -> cells.size() == 3)
                    .collect(Collectors.toMap(
                            cells -> cells.get(0).strip(),
                            cells -> new Service(
                                    cells.get(1).strip(), cells.get(2).strip()),
                            (first, second) -> second));
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} cannot be read; is it UTF-8? Until then the telephone number 115 is given", known, e);
            return Map.of();
        }
    }
}
