package fr.acse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * The patterns of {@code java.util.regex} take a time that somebody who chooses the text can make as long as she wants, or end the thread.
 * So the software uses RE2 everywhere.
 */
class NoBacktrackingTest {

    private static final String BACKTRACKING = "java/util/regex/Pattern";
    private static final Set<String> OF_TEXT = Set.of("matches", "replaceAll", "replaceFirst", "split");
    private static final String SPECIAL = ".$|()[{^?*+\\";

    @Test
    void noClassUsesAPatternThatGoesBack() throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(Path.of("target", "classes", "fr", "acse"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".class"))::iterator) {
                found.addAll(uses(Files.readAllBytes(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theTestFindsThem() throws IOException {
        try (var self = NoBacktrackingTest.class.getResourceAsStream("NoBacktrackingTest$Culprit.class")) {
            assertThat(uses(self.readAllBytes()))
                    .extracting(use -> use.substring(use.lastIndexOf(' ') + 1))
                    .containsExactly("matches", "split", "split", "compile", "flags");
        }
    }

    static class Culprit {

        private Culprit() {}

        /** All but the third one compile a pattern. */
        static boolean all(String text, String by) {
            return text.matches("a*")
                    && text.split("[,;]").length > 0
                    && text.split(",").length > 0
                    && text.split(by).length > 0
                    && java.util.regex.Pattern.compile(text).flags() == 0;
        }
    }

    private static List<String> uses(byte[] bytes) {
        List<String> found = new ArrayList<>();
        ClassReader read = new ClassReader(bytes);
        read.accept(
                new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] thrown) {
                        return new Calls(read.getClassName() + "." + name, found);
                    }
                },
                ClassReader.SKIP_DEBUG);
        return found;
    }

    private static final class Calls extends MethodVisitor {

        private final String place;
        private final List<String> found;
        private Object constant;

        private Calls(String place, List<String> found) {
            super(SpringAsmInfo.ASM_VERSION);
            this.place = place;
            this.found = found;
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant = value;
        }

        @Override
        public void visitVarInsn(int code, int variable) {
            constant = code == Opcodes.ALOAD ? null : constant;
        }

        @Override
        public void visitMethodInsn(int code, String owner, String method, String type, boolean isInterface) {
            boolean compiles = owner.equals("java/lang/String")
                    && OF_TEXT.contains(method)
                    && type.startsWith("(Ljava/lang/String;")
                    && !(method.equals("split") && isOneSign(constant));
            if (compiles || owner.equals(BACKTRACKING)) {
                found.add(place + " calls " + method);
            }
            constant = null;
        }

        /** For which {@code split} has no pattern. */
        private static boolean isOneSign(Object by) {
            return by instanceof String sign
                    && (sign.length() == 1 && SPECIAL.indexOf(sign.charAt(0)) < 0 || sign.equals("\\."));
        }
    }
}
