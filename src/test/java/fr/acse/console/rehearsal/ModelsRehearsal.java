package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.AcseReferralApplication;
import fr.acse.console.rehearsal.Rehearse.Both;
import fr.acse.platform.gate.LookAtModels;
import fr.acse.platform.start.CommandLine;
import fr.acse.platform.start.RehearsalProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn -Pmodels verify}: what an analyst has changed on her machine is looked at by the gate and rehearsed against what is committed.
 * Without git, it is rehearsed against itself.
 */
class ModelsRehearsal {

    private static final Path FOLDER = Path.of("target", "rehearsal");
    private static final Path PAGE = Path.of("target", "rehearsal.html");
    private static final List<String> PLACES = List.of("processes/", "forms/");

    @Test
    void theModelsBreakNoRuleAndEveryStoryComesOutAsWritten() throws Exception {
        Map<String, byte[]> models = changed();
        Map<String, byte[]> committed = committed();
        Map<String, byte[]> current = committed.isEmpty() ? models : committed;
        assertThat(LookAtModels.inWords(current, models)).isEmpty();

        Both both = rehearse(current, models);
        Report report = new Report(current, models, both.current(), both.proposed(), Set.of());
        Files.writeString(PAGE, new ReportPage(report).file("these files"));

        assertThat(report.verdict(false)).as("See " + PAGE).isNotEqualTo("RED");
        assertThat(report.failed()).as("See " + PAGE).isEmpty();
        assertThat(report.reachesNothing())
                .as("No story reaches anything that was changed. Please write a scenario that goes there. See " + PAGE)
                .isFalse();
    }

    private static Both rehearse(Map<String, byte[]> current, Map<String, byte[]> models) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        write(FOLDER.resolve(Rehearse.CURRENT), current);
        write(FOLDER.resolve(Rehearse.PROPOSED), models);
        write(FOLDER.resolve(Rehearse.SCENARIOS), in("scenarios"));
        System.setProperty("spring.profiles.active", RehearsalProfile.NAME);
        System.setProperty("acse.data-dir", FOLDER.resolve("data").toString());
        System.setProperty("acse.embedded.durable", "false");
        CommandLine.run(AcseReferralApplication.class, new String[] {RehearsalProfile.COMMAND, FOLDER.toString()});
        Both both = new ObjectMapper().readValue(FOLDER.resolve(Rehearse.RESULT).toFile(), Both.class);
        assertThat(both.refused()).isNull();
        return both;
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, byte[]> changed() {
        Map<String, byte[]> models = new TreeMap<>();
        PLACES.forEach(place -> models.putAll(in(place)));
        return models;
    }

    private static Map<String, byte[]> in(String folder) {
        return Rehearse.files(Path.of(folder));
    }

    /** The models of the last commit; none without git. */
    private static Map<String, byte[]> committed() throws IOException {
        Map<String, byte[]> models = new TreeMap<>();
        byte[] list = git("ls-tree", "-r", "--name-only", "HEAD", PLACES.get(0), PLACES.get(1));
        for (String name : new String(list, StandardCharsets.UTF_8).lines().toList()) {
            models.put(Path.of(name).getFileName().toString(), git("show", "HEAD:" + name));
        }
        return models;
    }

    private static byte[] git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return git.getInputStream().readAllBytes();
        } catch (IOException noGit) {
            return new byte[0];
        }
    }
}
