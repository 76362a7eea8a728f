/**
 * Members of the exchange platform: GB/T 2260 region codes. 烟台 and 青岛 are served by the product under test, the
 * others are played here. The first two digits of a code are its province.
 */
const names: Record<string, string> = {
  110000: '北京市',
  120000: '天津市',
  130100: '石家庄市',
  140100: '太原市',
  150100: '呼和浩特市',
  210100: '沈阳市',
  210200: '大连市',
  220100: '长春市',
  230100: '哈尔滨市',
  310000: '上海市',
  320100: '南京市',
  320500: '苏州市',
  330100: '杭州市',
  330200: '宁波市',
  340100: '合肥市',
  350100: '福州市',
  350200: '厦门市',
  360100: '南昌市',
  370100: '济南市',
  370200: '青岛市',
  370300: '淄博市',
  370400: '枣庄市',
  370500: '东营市',
  370600: '烟台市',
  370700: '潍坊市',
  370800: '济宁市',
  370900: '泰安市',
  371000: '威海市',
  371100: '日照市',
  371300: '临沂市',
  371400: '德州市',
  371500: '聊城市',
  371600: '滨州市',
  371700: '菏泽市',
  410100: '郑州市',
  420100: '武汉市',
  430100: '长沙市',
  440100: '广州市',
  440300: '深圳市',
  450100: '南宁市',
  460100: '海口市',
  500000: '重庆市',
  510100: '成都市',
  520100: '贵阳市',
  530100: '昆明市',
  540100: '拉萨市',
  610100: '西安市',
  620100: '兰州市',
  630100: '西宁市',
  640100: '银川市',
  650100: '乌鲁木齐市',
};

const provinces: Record<string, string> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
};

/** Agencies that the product serves: letters to them go out over HTTP. */
const served = new Set(['370600', '370200']);

export interface AgencyEntry {
  code: string;
  name: string;
  provinceCode: string;
  province: string;
}

export const isAgency = (code: string): boolean => code in names;

export const isPlayed = (code: string): boolean => isAgency(code) && !served.has(code);

export function agencyOf(code: string): AgencyEntry {
  const provinceCode = code.slice(0, 2);
  return { code, name: names[code] ?? code, provinceCode, province: provinces[provinceCode] ?? provinceCode };
}

export const allAgencies = (): AgencyEntry[] => Object.keys(names).map(agencyOf);

export const officeName = (code: string): string => `${agencyOf(code).name}医疗保障经办机构`;
