package io.crosswise.attribution;

import io.crosswise.attribution.Sale.PathTouch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shares out the credit for one sale among the touches that reached the customer within the window before it. */
public class AttributeSale {
    private final AttributionSettings settings;

    public AttributeSale(AttributionSettings settings) {
        this.settings = settings;
    }

    /** @param share of the sale, in [0,1] */
    public record Credit(PathTouch touch, double share) {}

    /** Shares sum to 1; empty when no touch counts. */
    public List<Credit> attribute(Sale sale, AttributionModel model) {
        List<PathTouch> path =
                sale.touches().stream().filter(touch -> counts(touch, sale)).toList();
        double[] weights = new double[path.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(path, i, model);
            sum += weights[i];
        }
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            credits.add(new Credit(path.get(i), weights[i] / sum));
        }
        return credits;
    }

    private double weight(List<PathTouch> path, int position, AttributionModel model) {
        return switch (model) {
            case FIRST -> position == 0 ? 1 : 0;
            case LAST -> position == path.size() - 1 ? 1 : 0;
            case LINEAR -> 1;
            case TIME_DECAY -> decay(path.get(position), path.get(path.size() - 1));
        };
    }

    /** 2^(−age / half-life), age counted from the newest touch: the shares are the same and none can vanish altogether. */
    private double decay(PathTouch touch, PathTouch newest) {
        double age = Duration.between(touch.sentAt(), newest.sentAt()).toMillis();
        return Math.pow(2, -age / settings.halfLife().toMillis());
    }

    private boolean counts(PathTouch touch, Sale sale) {
        return touch.ownOffer() || !touch.sentAt().isBefore(sale.at().minus(settings.window()));
    }
}
