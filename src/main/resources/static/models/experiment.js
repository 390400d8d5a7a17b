// Draws the confidence sequence of each arm; a page without looks has no place for it.
'use strict';
{
  const { sequence, rate } = JSON.parse(document.getElementById('looks').textContent);
  const place = document.getElementById('sequence');
  if (place) {
    const scale = rate ? 100 : 1;
    const short = value => Number((value * scale).toPrecision(3)) + (rate ? ' points' : ' €');
    const colours = ['#1558b0', '#1a7f37', '#b7791f', '#b3261e'];
    const arms = [...new Set(sequence.map(({ arm }) => arm))];
    // Wide intervals of the first days would hide everything that follows.
    const widths = sequence.filter(({ low }) => low !== undefined).map(({ low, high }) => high - low);
    const narrowest = widths.length ? Math.min(...widths) : 1;
    const last = arms.map(arm => sequence.filter(look => look.arm === arm).pop());
    const reach = scale * (Math.max(...last.map(({ difference }) => Math.abs(difference))) + 2 * narrowest);
    const step = 10 ** Math.floor(Math.log10(reach));
    const bound = (Math.ceil(reach / step) * step) / scale;
    const limit = value => Math.max(-bound, Math.min(bound, value));
    const series = arms.flatMap((arm, i) => {
      const looks = sequence.filter(look => look.arm === arm);
      const bounded = looks.filter(({ low }) => low !== undefined);
      const colour = colours[i % colours.length];
      const edge = { type: 'line', symbol: 'none', stack: 'band-' + arm, stackStrategy: 'all', silent: true, tooltip: { show: false } };
      return [
        { ...edge, name: arm + ' low', data: bounded.map(({ day, low }) => [day, limit(low)]), lineStyle: { opacity: 0 } },
        {
          ...edge,
          name: arm + ' interval',
          data: bounded.map(({ day, low, high }) => [day, limit(high) - limit(low)]),
          lineStyle: { opacity: 0 },
          areaStyle: { color: colour, opacity: 0.18 },
        },
        {
          name: arm,
          type: 'line',
          data: looks.map(({ day, difference }) => [day, difference]),
          showSymbol: looks.length < 40,
          color: colour,
          markLine: i ? undefined : { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: '#51606f' }, data: [{ yAxis: 0 }] },
        },
      ];
    });
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      grid: { left: 88, right: 24, top: 40, bottom: 48 },
      legend: { data: arms, top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: short },
      xAxis: { type: 'time', name: 'windows closed until', nameLocation: 'middle', nameGap: 30, axisLine: { onZero: false } },
      yAxis: { type: 'value', min: -bound, max: bound, axisLabel: { formatter: short } },
      series,
    });
    addEventListener('resize', () => chart.resize());
  }
}
