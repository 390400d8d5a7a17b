// Draws the curves of a model's report; a plot whose place is not on the page is left out.
'use strict';
{
  const { curves, features, slices } = JSON.parse(document.getElementById('report').textContent);
  const percent = value => Math.round(1000 * value) / 10 + ' %';
  const short = value => Number(value.toPrecision(4));
  const axis = (name, format) => ({ type: 'value', name, nameLocation: 'middle', nameGap: 32, axisLabel: { formatter: format } });
  const draw = (id, option) => {
    const place = document.getElementById(id);
    if (!place) {
      return;
    }
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      grid: { left: 64, right: 24, top: 40, bottom: 48 },
      tooltip: { trigger: 'axis', valueFormatter: short },
      ...option,
    });
    addEventListener('resize', () => chart.resize());
  };
  const line = (name, data, style = 'solid') =>
    ({ name, type: 'line', data, showSymbol: style === 'solid', symbolSize: 6, lineStyle: { type: style } });
  const points = list => list.map(({ x, y }) => [x, y]);
  const groups = list => list.map(({ predicted, observed }) => [predicted, observed]);

  const highest = Math.max(0, ...curves.calibration.flatMap(({ predicted, observed }) => [predicted, observed]));
  draw('calibration', {
    legend: {},
    xAxis: axis('predicted', percent),
    yAxis: axis('observed', percent),
    series: [line('model', groups(curves.calibration)), line('perfect', [[0, 0], [highest, highest]], 'dashed')],
  });
  draw('gains', {
    legend: {},
    xAxis: { ...axis('share of customers', percent), max: 1 },
    yAxis: { ...axis('share of positives', percent), max: 1 },
    series: [line('model', points(curves.gains)), line('by chance', [[0, 0], [1, 1]], 'dashed')],
  });
  draw('lift', {
    legend: {},
    xAxis: { ...axis('share of customers', percent), max: 1 },
    yAxis: axis('lift', short),
    series: [line('model', points(curves.lift)), line('by chance', [[0, 1], [1, 1]], 'dashed')],
  });
  const last = curves.qini.length ? curves.qini[curves.qini.length - 1].y : 0;
  draw('qini', {
    legend: {},
    xAxis: { ...axis('share of customers', percent), max: 1 },
    yAxis: axis('incremental purchases', short),
    series: [line('model', points(curves.qini)), line('by chance', [[0, 0], [1, last]], 'dashed')],
  });
  draw('deciles', {
    legend: {},
    xAxis: { type: 'category', data: curves.deciles.map((_, i) => i + 1), name: 'decile', nameLocation: 'middle', nameGap: 32 },
    yAxis: axis('mean', short),
    series: [
      { name: 'predicted', type: 'bar', data: curves.deciles.map(({ predicted }) => predicted) },
      { name: 'observed', type: 'bar', data: curves.deciles.map(({ observed }) => observed) },
    ],
  });
  const risks = [...new Set(curves.survival.map(({ group }) => group))];
  const colours = ['#1d2733', '#1a7f37', '#b7791f', '#b3261e'];
  draw('survival', {
    legend: { data: risks },
    xAxis: axis('quarter', short),
    yAxis: { ...axis('still here', percent), scale: true },
    series: risks.flatMap((risk, i) => {
      const steps = curves.survival.filter(({ group }) => group === risk);
      const colour = { itemStyle: { color: colours[i % colours.length] }, color: colours[i % colours.length] };
      return [
        { ...line(risk, steps.map(({ quarter, observedSurvival }) => [quarter, observedSurvival])), ...colour },
        { ...line(risk, steps.map(({ quarter, predictedSurvival }) => [quarter, predictedSurvival]), 'dashed'), ...colour },
      ];
    }),
  });
  const byImportance = [...features].reverse();
  draw('importance', {
    grid: { left: 200, right: 24, top: 8, bottom: 48 },
    xAxis: axis('share of gain', percent),
    yAxis: { type: 'category', data: byImportance.map(({ feature }) => feature), axisLabel: { width: 190, overflow: 'truncate' } },
    series: [{ type: 'bar', data: byImportance.map(({ importance }) => importance) }],
  });
  const bySlice = [...slices].reverse();
  draw('selection', {
    grid: { left: 200, right: 24, top: 8, bottom: 48 },
    xAxis: axis('selected', percent),
    yAxis: { type: 'category', data: bySlice.map(({ by, value }) => by + ': ' + value), axisLabel: { width: 190, overflow: 'truncate' } },
    series: [{ type: 'bar', data: bySlice.map(({ selected }) => selected) }],
  });
}
