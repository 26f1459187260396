package org.ncsoversight.evidence.planning.threading;

import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.planning.model.ThreadState;
import org.ncsoversight.evidence.planning.model.ThreadState.Hold;
import org.ncsoversight.evidence.standard.Edition;

/**
 * Where each criterion of a thread and each link between them stands in the picture; the template only puts it into SVG.
 *
 * @param bows links of the Standard between criteria that are not neighbours on the thread
 */
public record ThreadDrawing(int width, int height, List<Box> boxes, List<Line> lines, List<Bow> bows) {

    private static final int BOX_WIDTH = 150;
    private static final int BOX_HEIGHT = 64;
    private static final int GAP = 60;
    private static final int MARGIN = 4;
    private static final int TOP = 46;

    /** A criterion; the fill is of the GOV.UK palette and never the only sign. */
    public record Box(int x, int y, int width, int height, String code, String word, String fill, boolean dashed) {

        public int middle() {
            return x + width / 2;
        }
    }

    /** From one criterion of the thread to the next; drawn through when both hold, dashed when it is broken. */
    public record Line(int fromX, int toX, int y, boolean whole, String arrows) {}

    /** Over the boxes, from one criterion to a later one. */
    public record Bow(String path, boolean whole) {}

    static ThreadDrawing of(ThreadState state, Edition edition) {
        var links = state.links();
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            boxes.add(new Box(
                    MARGIN + i * (BOX_WIDTH + GAP),
                    TOP,
                    BOX_WIDTH,
                    BOX_HEIGHT,
                    link.criterion().value(),
                    ThreadView.holdInWords(link.hold()),
                    fill(link.hold()),
                    link.hold() != Hold.WHOLE));
        }
        var lines = new ArrayList<Line>();
        var bows = new ArrayList<Bow>();
        for (int from = 0; from < links.size(); from++) {
            for (int to = from + 1; to < links.size(); to++) {
                boolean whole =
                        links.get(from).hold() == Hold.WHOLE && links.get(to).hold() == Hold.WHOLE;
                String arrows = arrows(
                        edition, links.get(from).criterion(), links.get(to).criterion());
                if (to == from + 1) {
                    int start = boxes.get(from).x() + BOX_WIDTH;
                    lines.add(new Line(start, start + GAP, TOP + BOX_HEIGHT / 2, whole, arrows));
                } else if (!arrows.isEmpty()) {
                    bows.add(new Bow(bow(boxes.get(from), boxes.get(to), to - from), whole));
                }
            }
        }
        int width = links.size() * (BOX_WIDTH + GAP) - GAP + 2 * MARGIN;
        return new ThreadDrawing(width, TOP + BOX_HEIGHT + MARGIN, boxes, lines, bows);
    }

    /** Which way the Standard says it: there, back, both or neither. */
    private static String arrows(Edition edition, CriterionCode from, CriterionCode to) {
        return (edition.links(to, from) ? "<" : "") + (edition.links(from, to) ? ">" : "");
    }

    private static String bow(Box from, Box to, int distance) {
        int height = Math.max(MARGIN, TOP - 14 * distance);
        return "M %d %d C %d %d %d %d %d %d"
                .formatted(from.middle(), TOP, from.middle(), height - 12, to.middle(), height - 12, to.middle(), TOP);
    }

    private static String fill(Hold hold) {
        return switch (hold) {
            case WHOLE -> "#cce2d8";
            case WAITING -> "#d2e2f1";
            case LAPSED -> "#fff7bf";
            case NOTHING -> "#f3f2f1";
        };
    }
}
