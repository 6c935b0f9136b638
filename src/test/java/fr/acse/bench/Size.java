package fr.acse.bench;

/** How large a benchmark is: whole for figures, and with {@code -Dacse.bench.share=60} a sixtieth, which tells whether it still runs. */
final class Size {

    private static final int SHARE = Integer.getInteger("acse.bench.share", 1);

    private Size() {}

    static int of(int whole) {
        return Math.max(2, whole / SHARE);
    }
}
