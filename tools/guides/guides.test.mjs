import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, textsOf } from './compare.mjs';
import { itemNumbers, sectionsOf } from './sections.mjs';

const guide = `
目 录
1. 参保和变更登记	1
1.1 单位参保登记	1
1.2 职工参保登记（试行）·····	6
2.长期护理保险	- 9 -

单位参保登记
一、事项名称
单位参保登记
三、办理方式
1.现场办理：业务窗口；
市直：莱山区银海路 46 号政务服
务中心二楼

芝罘区医保经办机构地址：机场路 90 号，0535-6203156
五、申办材料
1. 《登记表》、身份证或社会保障卡、减少通

知单等相关材料。
六、办理时限
10 个工作日内
完成。
八、服务质量及满意度测评
此段各节相同。
职工参保登记
一、事项名称
职工参保登记
一、事项名称
长期护理保险`;
const [first] = sectionsOf(guide);
const whole = {
  name: '单位参保登记',
  offices: ['市直', '莱山区银海路46号政务服务中心二楼', '芝罘区', '机场路90号'],
  telephone: '6203156',
  channels: '现场办理：业务窗口',
  materials: ['《登记表》', { alternatives: ['身份证', '社会保障卡'] }, '减少通知单等相关材料'],
  limit: '10个工作日内完成',
};
const missingFrom = (item) => compare(first, textsOf(item)).missing.map(({ kind, text }) => `${kind} ${text}`);

test('sections take their numbers from the table of contents; chapters with parts are none', () => {
  assert.deepEqual(itemNumbers(guide.split('\n')), ['1.1', '1.2', '2']);
  assert.deepEqual(
    sectionsOf(guide).map(({ number }) => number),
    ['1.1', '1.2', '2'],
  );
  assert.throws(() => sectionsOf(`${guide}\n一、事项名称`), /3 items, the text has 4/);
});

test('a whole transcription lacks nothing, whatever its blanks, brackets and line ends', () => {
  assert.deepEqual(missingFrom(whole), []);
});

test('what is left out is named with its kind', () => {
  assert.deepEqual(missingFrom({ ...whole, telephone: '6203157' }), ['telephone 0535-6203156']);
  assert.deepEqual(missingFrom({ ...whole, limit: '9个工作日内完成' }), ['limit 10 个工作日内完成']);
  assert.deepEqual(missingFrom({ ...whole, materials: ['《登记表》', '身份证'] }), [
    'material 身份证或社会保障卡',
    'material 减少通知单等相关材料',
  ]);
  assert.deepEqual(missingFrom({ ...whole, offices: ['市直', '芝罘区', '机场路90号'] }), [
    'address 莱山区银海路 46 号政务服务中心二楼',
  ]);
});

test('what only a note quotes is there', () => {
  assert.deepEqual(missingFrom({ ...whole, telephone: '', notes: ['电话6203156已停用'] }), []);
});
