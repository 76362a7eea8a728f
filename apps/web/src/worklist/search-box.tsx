import { Input, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';

interface Props {
  value: string;
  onSearch: (q: string) => void;
  ref: Ref<InputRef>;
}

export function SearchBox({ value, onSearch, ref }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <Input.Search
      ref={ref}
      value={typed}
      allowClear
      autoComplete="off"
      aria-label="按办件编号、身份证号或姓名查找，快捷键 /"
      placeholder="办件编号、身份证号或姓名（/）"
      className="worklist-search"
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(text) => onSearch(text.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
