/**
 * 统筹地区 that answer over the exchange platform, by region code (GB/T 2260): the cities of Shandong and the capitals of provinces and
 * municipalities. The two agencies of this system come from the catalogue instead.
 */
const places: Readonly<Record<string, string>> = {
  '110000': '北京市',
  '120000': '天津市',
  '130100': '石家庄市',
  '140100': '太原市',
  '150100': '呼和浩特市',
  '210100': '沈阳市',
  '210200': '大连市',
  '220100': '长春市',
  '230100': '哈尔滨市',
  '310000': '上海市',
  '320100': '南京市',
  '320500': '苏州市',
  '330100': '杭州市',
  '330200': '宁波市',
  '340100': '合肥市',
  '350100': '福州市',
  '350200': '厦门市',
  '360100': '南昌市',
  '370100': '济南市',
  '370200': '青岛市',
  '370300': '淄博市',
  '370400': '枣庄市',
  '370500': '东营市',
  '370600': '烟台市',
  '370700': '潍坊市',
  '370800': '济宁市',
  '370900': '泰安市',
  '371000': '威海市',
  '371100': '日照市',
  '371300': '临沂市',
  '371400': '德州市',
  '371500': '聊城市',
  '371600': '滨州市',
  '371700': '菏泽市',
  '410100': '郑州市',
  '420100': '武汉市',
  '430100': '长沙市',
  '440100': '广州市',
  '440300': '深圳市',
  '450100': '南宁市',
  '460100': '海口市',
  '500000': '重庆市',
  '510100': '成都市',
  '520100': '贵阳市',
  '530100': '昆明市',
  '540100': '拉萨市',
  '610100': '西安市',
  '620100': '兰州市',
  '630100': '西宁市',
  '640100': '银川市',
  '650100': '乌鲁木齐市',
};

/** The places that are offered for choice, in the order of their codes. */
export const knownPlaces = (): { code: string; name: string }[] =>
  Object.entries(places).map(([code, name]) => ({ code, name: `${name}医疗保险经办机构` }));

/** Other cities still have a code and an agency: they are called by it. */
export const placeName = (code: string): string | undefined =>
  places[code] ? `${places[code]}医疗保险经办机构` : isCity(code) ? `${code} 医疗保险经办机构` : undefined;

/** A prefecture-level region of one of the thirty-one provinces: `PPCC00`, or a municipality `PP0000`. */
function isCity(code: string): boolean {
  const province = Number(code.slice(0, 2));
  return (
    /^\d{4}00$/.test(code) && provinces.has(province) && (code.slice(2, 4) !== '00' || municipalities.has(province))
  );
}

const municipalities = new Set([11, 12, 31, 50]);
const provinces = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65,
]);
