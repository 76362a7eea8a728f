import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../parts/problem-note';
import { complaints, levels, rate, type LevelId, type Pass } from './progress-facts';

/** 好差评, once after the end; whoever is not satisfied says why, by a phrase or in own words. */
export function RatingCard({ pass, rated }: { pass: Pass; rated: boolean }) {
  const [level, setLevel] = useState<LevelId>();
  const [phrases, setPhrases] = useState<string[]>([]);
  const [text, setText] = useState('');
  const sending = useMutation({
    mutationFn: (chosen: LevelId) =>
      rate(pass, {
        level: chosen,
        phrases: isLow(chosen) ? phrases : [],
        ...(text.trim() ? { text: text.trim() } : {}),
      }),
  });
  if (rated || sending.data)
    return (
      <section className="public-card" aria-label="评价">
        <Alert type="success" showIcon title="感谢您的评价" />
      </section>
    );
  const low = level !== undefined && isLow(level);
  const unexplained = low && phrases.length === 0 && text.trim() === '';
  return (
    <section className="public-card" aria-label="评价">
      <h2>请您评价本次服务</h2>
      <Radio.Group
        className="rating-levels"
        aria-label="满意程度"
        value={level}
        options={levels.map(({ id, words }) => ({ value: id, label: words }))}
        onChange={({ target }) => setLevel(target.value as LevelId)}
      />
      {low && (
        <Checkbox.Group
          className="rating-levels"
          aria-label="不满意的原因"
          value={phrases}
          options={complaints}
          onChange={setPhrases}
        />
      )}
      {level && (
        <Input.TextArea
          aria-label="意见"
          placeholder={low ? '请选择上面的原因，或写下您的意见' : '还想说些什么（可不填）'}
          value={text}
          maxLength={500}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {sending.error && <ProblemNote error={sending.error} />}
      <Button
        type="primary"
        size="large"
        block
        className="rating-send"
        disabled={level === undefined || unexplained}
        loading={sending.isPending}
        onClick={() => level && sending.mutate(level)}
      >
        {unexplained ? '请先选择原因或写下意见' : '提交评价'}
      </Button>
      <p className="quiet">只评一次。经办人看不到是谁评价；不满意的评价由专人核实并回访。</p>
    </section>
  );
}

const isLow = (id: LevelId): boolean => levels.some((level) => level.id === id && level.low);
