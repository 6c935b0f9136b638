package fr.acse.placement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The 101 French departments, read from {@code departments.csv}. The file {@code docs/departments.md} names the source of the data. */
@Component
public class Departments {

    private final Map<String, Department> byCode = new TreeMap<>();

    Departments() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Departments.class.getResourceAsStream("/network/departments.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(Departments::parse).forEach(each -> byCode.put(each.code(), each));
        } catch (IOException e) {
            throw new UncheckedIOException("The departments cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException if no department has this code */
    public Department get(String code) {
        Department department = byCode.get(code);
        if (department == null) {
            throw new IllegalArgumentException("There is no department " + code);
        }
        return department;
    }

    /** The given departments and all their neighbours. */
    public Set<String> withNeighbours(Collection<String> codes) {
        Set<String> all = new TreeSet<>(codes);
        codes.forEach(code -> all.addAll(get(code).neighbours()));
        return all;
    }

    /** Kilometres from a department to the nearest of the others; {@code Double.MAX_VALUE} if there are no others. */
    public double distanceFromNearest(String code, Collection<String> others) {
        return others.stream()
                .mapToDouble(other -> get(code).distanceTo(get(other)))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    /** Whether a region consists of one department, as overseas: then the region names the department. */
    public boolean isAlone(Department department) {
        return byCode.values().stream()
                        .filter(each -> each.region().equals(department.region()))
                        .count()
                == 1;
    }

    private static Department parse(String line) {
        String[] cells = line.split(",", -1);
        Set<String> neighbours = cells[6].isEmpty() ? Set.of() : Set.of(cells[6].split(" "));
        return new Department(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                neighbours);
    }
}
