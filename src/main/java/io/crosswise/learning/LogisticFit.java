package io.crosswise.learning;

/** Fits a line on the log-odds scale by Newton's method with step halving (Lin, Lin and Weng 2007). */
final class LogisticFit {
    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-12;

    private LogisticFit() {}

    /**
     * Platt's calibration (Platt 1999): targets are drawn a little towards the middle, so that a perfect separation does not
     * give infinite certainty. Every row counts once, whatever weight it had in training, so that the probabilities fit the
     * rows as they are. A falling line would turn the order of the scores around; then log-odds are only shifted to the rate.
     */
    static Calibration platt(double[] logOdds, boolean[] labels) {
        int positives = 0;
        for (boolean label : labels) {
            positives += label ? 1 : 0;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (labels.length - positives + 2.0);
        double[] targets = new double[labels.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labels[row] ? high : low;
        }
        Calibration fitted = fit(logOdds, targets);
        return fitted.coefficient() > 0 ? fitted : shift(logOdds, targets);
    }

    /**
     * Slope and intercept of the answers on the log-odds of calibrated probabilities (Cox 1958): 1 and 0 when they fit, a
     * slope below 1 when they are too sure.
     */
    static Calibration recalibration(double[] probabilities, boolean[] labels) {
        double[] logOdds = new double[probabilities.length];
        double[] targets = new double[probabilities.length];
        for (int row = 0; row < targets.length; row++) {
            double p = Math.min(1 - 1e-12, Math.max(1e-12, probabilities[row]));
            logOdds[row] = Math.log(p / (1 - p));
            targets[row] = labels[row] ? 1 : 0;
        }
        return fit(logOdds, targets);
    }

    private static Calibration fit(double[] x, double[] targets) {
        Calibration line = Calibration.NONE;
        double loss = loss(line, x, targets);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] sums = sums(line, x, targets);
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            double slopeStep = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double interceptStep = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            double size = 1;
            Calibration next = line;
            double nextLoss = loss;
            while (size > 1e-10) {
                Calibration tried = new Calibration(
                        line.coefficient() - size * slopeStep, line.intercept() - size * interceptStep);
                double triedLoss = loss(tried, x, targets);
                if (triedLoss < loss) {
                    next = tried;
                    nextLoss = triedLoss;
                    break;
                }
                size /= 2;
            }
            if (next == line || loss - nextLoss < 1e-13 * targets.length) {
                return next;
            }
            line = next;
            loss = nextLoss;
        }
        return line;
    }

    /** Gradient (slope, intercept) and second derivatives (slope², slope·intercept, intercept²) of the loss. */
    private static double[] sums(Calibration line, double[] x, double[] targets) {
        double[] sums = {0, 0, RIDGE, 0, RIDGE};
        for (int row = 0; row < x.length; row++) {
            double p = line.probability(x[row]);
            double weight = p * (1 - p);
            sums[0] += (p - targets[row]) * x[row];
            sums[1] += p - targets[row];
            sums[2] += weight * x[row] * x[row];
            sums[3] += weight * x[row];
            sums[4] += weight;
        }
        return sums;
    }

    private static double loss(Calibration line, double[] x, double[] targets) {
        double loss = 0;
        for (int row = 0; row < x.length; row++) {
            double z = line.coefficient() * x[row] + line.intercept();
            double softplus = z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
            loss += softplus - targets[row] * z;
        }
        return loss;
    }

    private static Calibration shift(double[] logOdds, double[] targets) {
        double intercept = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] sums = sums(new Calibration(1, intercept), logOdds, targets);
            intercept -= sums[1] / sums[4];
        }
        return new Calibration(1, intercept);
    }
}
