package org.bihuan.workorder.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the chain of one order, line by line, and keeps the first link that is broken. */
final class TimelineWalk {
    private final String order;
    private final Map<Integer, SealedHead> heads;
    private final Set<Integer> waiting;
    private byte[] previous = ChainHash.START;
    private int last;
    private int covered;
    private int older;
    private @Nullable BrokenLink broken;

    /**
     * @param order how it is called
     * @param heads what seals say of it
     * @param waiting which of its lines no seal covers yet
     */
    TimelineWalk(String order, Collection<SealedHead> heads, Collection<Integer> waiting) {
        this.order = order;
        this.heads = new TreeMap<>(
                heads.stream().collect(Collectors.toMap(SealedHead::seq, head -> head, (one, again) -> one)));
        this.waiting = new TreeSet<>(waiting);
    }

    /** Takes the next line. */
    void follow(ArchivedLine line) {
        if (line.seq() != last + 1) {
            broken(last + 1, "this line is missing; the next one there is " + line.seq());
        }
        byte[] link = line.link(previous);
        if (line.hash() != null) {
            requireSame(line, link);
        } else if (older == last) {
            older++;
        } else {
            broken(line.seq(), "this line has no hash, though the line before it has one");
        }
        cover(line.seq(), link);
        last = line.seq();
        previous = link;
    }

    private void requireSame(ArchivedLine line, byte[] link) {
        if (!Arrays.equals(line.hash(), link)) {
            broken(
                    line.seq(),
                    "this line is not what was written: its hash is " + ChainHash.hex(line.hash())
                            + ", its content gives " + ChainHash.hex(link));
        }
    }

    private void cover(int seq, byte[] link) {
        SealedHead head = heads.remove(seq);
        if (head != null && !Arrays.equals(head.hash(), link)) {
            broken(
                    seq,
                    "the timeline up to this line is not what seal " + head.seal() + " covers: that has "
                            + ChainHash.hex(head.hash()) + ", its content gives " + ChainHash.hex(link));
        }
        if (waiting.remove(seq) || head != null) {
            covered = seq;
        }
    }

    /**
     * After the last line.
     *
     * @param counted how many lines the order itself counts; null when there is no such order
     */
    void end(@Nullable Integer counted) {
        int promised = Stream.concat(heads.keySet().stream(), waiting.stream())
                .mapToInt(seq -> seq)
                .max()
                .orElse(0);
        if (counted == null) {
            broken(1, "this work order has gone");
        } else if (Math.max(promised, counted) > last) {
            broken(
                    last + 1,
                    "this line is missing; "
                            + (counted > last
                                    ? "the work order counts " + counted
                                    : "line " + promised + " was sealed, or was to be"));
        } else if (counted < last) {
            broken(counted + 1, "this line was put in; the work order counts " + counted);
        } else if (covered < last) {
            broken(covered + 1, "this line is covered by no seal and does not wait for one");
        }
    }

    private void broken(int seq, String what) {
        if (broken == null) {
            broken = new BrokenLink(order, seq, what);
        }
    }

    Optional<BrokenLink> broken() {
        return Optional.ofNullable(broken);
    }

    int lines() {
        return last;
    }

    /** How many of its first lines have no hash of their own. */
    int older() {
        return older;
    }
}
